import { expect, test } from 'vitest';
import { devWallet } from '../../src/core/wallet/dev';
import { connect, discoverWallets, type InjectedWallet } from '../../src/core/wallet/injected';

const HOST_1 = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';

/** An extension that has one account and signs. */
class FakeProvider {
  readonly asked: { method: string; params?: readonly unknown[] }[] = [];

  async request(call: { method: string; params?: readonly unknown[] }): Promise<unknown> {
    this.asked.push(call);
    return call.method === 'eth_requestAccounts' ? [HOST_1.toLowerCase()] : '0xsigned';
  }
}

class Announcement extends Event {
  constructor(readonly detail: unknown) {
    super('eip6963:announceProvider');
  }
}

test('finds each wallet once, also one that announces itself later', () => {
  const page = new EventTarget();
  const found: InjectedWallet[] = [];
  const wallet = { info: { uuid: 'u1', name: 'Fox' }, provider: new FakeProvider() };
  page.addEventListener('eip6963:requestProvider', () =>
    page.dispatchEvent(new Announcement(wallet)),
  );
  const stop = discoverWallets(page, (each) => found.push(each));
  page.dispatchEvent(new Announcement(wallet));
  page.dispatchEvent(new Announcement({ ...wallet, info: { uuid: 'u2', name: 'Owl' } }));
  stop();
  page.dispatchEvent(new Announcement({ ...wallet, info: { uuid: 'u3', name: 'Late' } }));
  expect(found.map(({ name }) => name)).toEqual(['Fox', 'Owl']);
});

test.each([undefined, {}, { info: { uuid: 'u', name: 'n' }, provider: {} }])(
  'ignores an announcement of %o',
  (detail) => {
    const page = new EventTarget();
    const found: InjectedWallet[] = [];
    discoverWallets(page, (each) => found.push(each));
    page.dispatchEvent(new Announcement(detail));
    expect(found).toEqual([]);
  },
);

test('an injected wallet signs as personal_sign, and its address is checksummed', async () => {
  const provider = new FakeProvider();
  const wallet = await connect({ uuid: 'u1', name: 'Fox', provider });
  expect(wallet.address).toBe(HOST_1);
  expect(await wallet.signPersonalMessage('hi')).toBe('0xsigned');
  expect(provider.asked[1]).toEqual({ method: 'personal_sign', params: ['0x6869', HOST_1] });
});

/** The signature is that of `cast wallet sign` with Anvil's fourth key. */
test('a dev account signs with Anvil’s key', async () => {
  const wallet = devWallet({ name: 'host-1', address: HOST_1.toLowerCase() });
  expect(wallet.address).toBe(HOST_1);
  expect(await wallet.signPersonalMessage('hi')).toBe(
    '0x0d110619eeed246267afb9567109cbdb09b9370ee4053c5e8007e785bdb6c5094bf072b7459096d84a32975998d647e59bfa5327a6eb0b16beab8d289b1b9d0d1c',
  );
});

test('no other account is a dev account', () => {
  const address = '0x0000000000000000000000000000000000000001';
  expect(() => devWallet({ name: 'x', address })).toThrow('x is none of Anvil’s accounts');
});
