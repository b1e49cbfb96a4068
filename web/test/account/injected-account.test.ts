import { expect, test } from 'vitest';
import type { Sending } from '../../src/core/account/account';
import { injectedAccount } from '../../src/core/account/injected-account';
import { Chain } from '../../src/core/chain/chain';
import { FakeNode } from '../support/fake-node';
import { FakeTime } from '../support/fake-time';

const ADDRESS = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';
const TOKEN = '0x20c0000000000000000000000000000000000001';
const CHAIN = '0x7a69';

const SENDING: Sending = {
  calls: [
    { to: TOKEN, data: '0x01' },
    { to: TOKEN, data: '0x02' },
  ],
  gas: 1n,
  maxFeePerGas: 1n,
  feeToken: TOKEN,
};

/** A wallet that takes everything; `atomic` is what it says of several calls. */
class FakeExtension {
  readonly asked: string[] = [];
  chain = CHAIN;
  private statuses = 0;

  constructor(
    private readonly node: FakeNode,
    private readonly atomic?: string,
  ) {}

  async request({ method, params = [] }: { method: string; params?: readonly unknown[] }) {
    this.asked.push(method);
    switch (method) {
      case 'eth_accounts':
      case 'eth_requestAccounts':
        return [ADDRESS.toLowerCase()];
      case 'eth_chainId':
        return this.chain;
      case 'wallet_switchEthereumChain':
        this.chain = (params[0] as { chainId: string }).chainId;
        return null;
      case 'wallet_getCapabilities':
        return this.capabilities();
      case 'wallet_sendCalls':
        return { id: 'b1' };
      case 'wallet_getCallsStatus':
        this.statuses += 1;
        return this.statuses < 3
          ? { status: 100 }
          : { status: 200, receipts: [{ transactionHash: '0xbb' }] };
      case 'eth_sendTransaction':
        return this.sent();
      default:
        throw new Error(`no ${method}`);
    }
  }

  private capabilities(): object {
    if (this.atomic === undefined) {
      throw Object.assign(new Error('no such method'), { code: -32_601 });
    }
    return { [CHAIN]: { atomic: { status: this.atomic } } };
  }

  private sent(): string {
    const hash = `0xa${this.asked.filter((each) => each === 'eth_sendTransaction').length}`;
    this.node.mine(hash);
    return hash;
  }
}

async function connected(atomic?: string) {
  const node = new FakeNode();
  const time = new FakeTime();
  const provider = new FakeExtension(node, atomic);
  const account = await injectedAccount(
    { uuid: 'u', name: 'Fox', provider },
    { to: { chain: new Chain(node), chainId: 31_337 }, clock: time },
  );
  return { node, time, provider, account };
}

test('a wallet that takes several calls signs once for all', async () => {
  const { time, provider, account } = await connected('supported');
  expect(account.signatures(2)).toBe(1);
  const sending = account.send(SENDING);
  await time.pass(10_000);
  expect(await sending).toEqual({ hash: '0xbb' });
  expect(provider.asked).not.toContain('eth_sendTransaction');
});

test.each([undefined, 'unsupported'])(
  'one that does not (%o) signs each, and says so before',
  async (atomic) => {
    const { time, provider, account } = await connected(atomic);
    expect(account.signatures(2)).toBe(2);
    expect(account.signatures(1)).toBe(1);
    const sending = account.send(SENDING);
    await time.pass(10_000);
    expect(await sending).toEqual({ hash: '0xa2' });
    expect(provider.asked.filter((each) => each === 'eth_sendTransaction')).toHaveLength(2);
  },
);

test('nothing follows a call that did not succeed', async () => {
  const { node, time, provider, account } = await connected();
  node.mine = () => FakeNode.prototype.mine.call(node, '0xa1', false);
  const sending = expect(account.send(SENDING)).rejects.toThrow('did not succeed');
  await time.pass(10_000);
  await sending;
  expect(provider.asked.filter((each) => each === 'eth_sendTransaction')).toHaveLength(1);
});

test('it is brought to the installation’s chain first', async () => {
  const { time, provider, account } = await connected();
  provider.chain = '0x1';
  const sending = account.send({ ...SENDING, calls: SENDING.calls.slice(0, 1) });
  await time.pass(1_000);
  await sending;
  expect(provider.chain).toBe(CHAIN);
});
