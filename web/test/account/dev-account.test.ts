import { keccak256, maxUint256 } from 'viem';
import { Transaction } from 'viem/tempo';
import { expect, test } from 'vitest';
import type { Sending } from '../../src/core/account/account';
import { devAccount } from '../../src/core/account/dev-account';
import { Chain } from '../../src/core/chain/chain';
import { FakeNode } from '../support/fake-node';

const TOKEN = '0x20c0000000000000000000000000000000000001';
const HOST_1 = { name: 'host-1', address: '0x90F79bf6EB2c4f870365E785982E1f101E93b906' };

const SENDING: Sending = {
  calls: [
    { to: TOKEN, data: '0x01' },
    { to: TOKEN, data: '0x02' },
  ],
  gas: 1_000_000n,
  maxFeePerGas: 41n * 10n ** 9n,
  feeToken: TOKEN,
};

const accountAt = (node: FakeNode) =>
  devAccount(HOST_1, { chain: new Chain(node), chainId: 31_337 });

test('what is sent is what was shown: all calls in one, its gas, its price, its fee token', async () => {
  const node = new FakeNode();
  const { hash } = await accountAt(node).send(SENDING);
  const signed = node.sent[0] ?? '0x';
  expect(hash).toBe(keccak256(signed));
  expect(Transaction.deserialize(signed as `0x76${string}`)).toMatchObject({
    ...SENDING,
    chainId: 31_337,
    calls: [
      { to: TOKEN, data: '0x01' },
      { to: TOKEN, data: '0x02' },
    ],
  });
});

test('its nonce expires with the chain’s time', async () => {
  const node = new FakeNode();
  const { endS } = await accountAt(node).send(SENDING);
  expect(endS).toBe(BigInt(node.timestampS + 25));
  const signed = node.sent[0] ?? '0x';
  expect(Transaction.deserialize(signed as `0x76${string}`)).toMatchObject({
    nonceKey: maxUint256,
    validBefore: node.timestampS + 25,
  });
});

/** The chain answers questions, but not the sending. */
class DeafNode extends FakeNode {
  constructor(private readonly error: Error) {
    super();
  }

  override async request(call: { method: string; params?: readonly unknown[] }) {
    if (call.method === 'eth_sendRawTransaction') {
      throw this.error;
    }
    return super.request(call);
  }
}

test('where the sending got no answer the hash is told all the same: it may have arrived', async () => {
  const sent = await accountAt(new DeafNode(new TypeError('fetch failed'))).send(SENDING);
  expect(sent.hash).toMatch(/^0x[0-9a-f]{64}$/);
});

test('where the node refuses it nothing was sent', async () => {
  const refusal = Object.assign(new Error('insufficient fee token balance'), { code: -32_003 });
  await expect(accountAt(new DeafNode(refusal)).send(SENDING)).rejects.toBe(refusal);
});
