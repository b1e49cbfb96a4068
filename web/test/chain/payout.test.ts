import { encodeAbiParameters, encodeFunctionData, type Hex } from 'viem';
import { expect, test } from 'vitest';
import { ESCROW } from '../../src/core/chain/abi';
import { Chain } from '../../src/core/chain/chain';
import { EscrowReads } from '../../src/core/chain/escrow-reads';
import { FakeNode, reverting } from '../support/fake-node';

const CONTRACTS = {
  escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  token: '0x20c0000000000000000000000000000000000001',
} as const;
const ACCOUNT = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';
const TO = '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65';
const PAUSED: Hex = '0xab35696f';

const policyAnswer = (isAuthorized: boolean): Hex =>
  encodeAbiParameters([{ type: 'bool' }, { type: 'uint8' }], [isAuthorized, 0]);

/** A chain on which withdrawing and the question after the policy end so. */
function readsOn(withdrawal: () => Hex, policy: () => Hex) {
  const withdraw = encodeFunctionData({ abi: ESCROW, functionName: 'withdrawOwed', args: [TO] });
  const asked: (string | undefined)[] = [];
  const node = new FakeNode(({ data, from }) => {
    asked.push(from);
    return data === withdraw ? withdrawal() : policy();
  });
  return { node, asked, reads: new EscrowReads(new Chain(node), CONTRACTS) };
}

const refuses = (data: Hex) => () => {
  throw reverting(data);
};
const takes = (): Hex => '0x';

test('a payout that works is tried as the account that is owed', async () => {
  const { asked, reads } = readsOn(takes, () => policyAnswer(true));
  expect(await reads.payout(ACCOUNT, TO)).toEqual({ kind: 'taken' });
  expect(asked[0]).toBe(ACCOUNT);
});

test('a receiver’s policy that would divert it is told before', async () => {
  const { reads } = readsOn(takes, () => policyAnswer(false));
  expect(await reads.payout(ACCOUNT, TO)).toEqual({ kind: 'diverted' });
});

test('a token that refuses is told with its reason', async () => {
  const { reads } = readsOn(refuses(PAUSED), () => policyAnswer(true));
  expect(await reads.payout(ACCOUNT, TO)).toEqual({ kind: 'refused', code: 'token_paused' });
});

test.each([
  ['refuses', refuses('0xaa4bc69a00000000')],
  ['answers nothing to', takes],
])('a chain that %s the question diverts nothing', async (_, policy) => {
  const { reads } = readsOn(takes, policy);
  expect(await reads.payout(ACCOUNT, TO)).toEqual({ kind: 'taken' });
});

test('says nothing about a payout while the chain is away', async () => {
  const { node, reads } = readsOn(takes, takes);
  node.isAway = true;
  await expect(reads.payout(ACCOUNT, TO)).rejects.toThrow('fetch failed');
});
