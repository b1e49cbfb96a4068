import { encodeErrorResult, encodeFunctionData, type Hex, numberToHex, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { ESCROW, TOKEN } from '../../src/core/chain/abi';
import { Chain } from '../../src/core/chain/chain';
import { deedsOf } from '../../src/core/chain/deeds';
import { EscrowReads } from '../../src/core/chain/escrow-reads';
import { feeInUnits } from '../../src/core/chain/fees';
import { plan } from '../../src/core/chain/plan';
import { FakeNode, reverting } from '../support/fake-node';

const CONTRACTS = {
  escrow: '0x00000000000000000000000000000000000e5c40',
  token: '0x20c0000000000000000000000000000000000001',
} as const;
const OTHER = '0x20c0000000000000000000000000000000000002';
const ACCOUNT = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';

const deeds = deedsOf(CONTRACTS);
const booking = deeds.book({ slotId: 7n, price: 25_000_000n }, 0n);

const selector = (data: Hex) => data.slice(0, 10);
const BALANCE_OF = selector(
  encodeFunctionData({ abi: TOKEN, functionName: 'balanceOf', args: [ACCOUNT] }),
);
const BOOK = selector(encodeFunctionData({ abi: ESCROW, functionName: 'book', args: [1n] }));
const NO_ALLOWANCE: Hex = '0x13be252b';

interface Chances {
  readonly balances?: Readonly<Record<string, bigint>>;
  readonly reverts?: Readonly<Record<string, Hex>>;
}

/** A chain on which the account holds this much, and calls of these functions revert. */
function planning({ balances = {}, reverts = {} }: Chances) {
  const node = new FakeNode(({ to, data }) => {
    if (selector(data) === BALANCE_OF) {
      return numberToHex(balances[to] ?? 0n, { size: 32 });
    }
    const revert = reverts[selector(data)];
    if (revert) {
      throw reverting(revert);
    }
    return '0x';
  });
  const chain = new Chain(node);
  const on = {
    chain,
    reads: new EscrowReads(chain, CONTRACTS),
    account: ACCOUNT,
    token: CONTRACTS.token,
    otherFeeToken: OTHER,
  } as const;
  return { node, on };
}

const word = (reason: string) =>
  encodeErrorResult({ abi: parseAbi(['error Error(string)']), errorName: 'Error', args: [reason] });

test('a fee is rounded up to a whole unit', () => {
  expect(feeInUnits(1n, 1n)).toBe(1n);
  expect(feeInUnits(1_000_000n, 20n * 10n ** 9n)).toBe(20_000n);
});

test('the fee shown is the most that what is signed can cost', async () => {
  const { on } = planning({ balances: { [CONTRACTS.token]: 30_000_000n } });
  const answer = await plan([booking], on);
  expect(answer).toMatchObject({ kind: 'ok', value: { feeToken: CONTRACTS.token } });
  const { sendings, fee } = answer.kind === 'ok' ? answer.value : { sendings: [], fee: 0n };
  expect(sendings).toHaveLength(1);
  expect(fee).toBe(feeInUnits(sendings[0]?.gas ?? 0n, sendings[0]?.maxFeePerGas ?? 0n));
});

test('what the approval before it puts right is no reason against a booking', async () => {
  const { on } = planning({
    balances: { [CONTRACTS.token]: 30_000_000n },
    reverts: { [BOOK]: NO_ALLOWANCE },
  });
  expect((await plan([booking], on)).kind).toBe('ok');
});

test('a reason of the contract is told before anything is signed', async () => {
  const { on } = planning({
    balances: { [CONTRACTS.token]: 30_000_000n },
    reverts: { [BOOK]: word('ALREADY_BOOKED') },
  });
  expect(await plan([booking], on)).toMatchObject({ kind: 'refused', code: 'ALREADY_BOOKED' });
});

test('the other fee token pays where the payment token reaches for the price alone', async () => {
  const { on } = planning({
    balances: { [CONTRACTS.token]: 25_000_000n, [OTHER]: 1_000_000n },
  });
  expect(await plan([booking], on)).toMatchObject({ value: { feeToken: OTHER } });
});

test.each([
  { [CONTRACTS.token]: 24_999_999n, [OTHER]: 1_000_000n },
  { [CONTRACTS.token]: 25_000_000n },
])('%o is too little', async (balances) => {
  const { on } = planning({ balances });
  expect(await plan([booking], on)).toMatchObject({ code: 'too_little_balance' });
});

test('says that the chain is away', async () => {
  const { node, on } = planning({});
  node.isAway = true;
  expect(await plan([booking], on)).toMatchObject({ code: 'chain_unreachable' });
});

test('a first price and the slots at it go together', async () => {
  const slots = deeds.createSlots([
    { startS: 1, durationMins: 30, graceMins: 5, minOverlapMins: 20, cancelCutoffMins: 60 },
  ]);
  const create = selector(slots[0]?.calls[0]?.data ?? '0x');
  const { on } = planning({
    balances: { [CONTRACTS.token]: 30_000_000n },
    reverts: { [create]: word('NO_BASE_PRICE') },
  });
  expect((await plan([deeds.setBasePrice(5n), ...slots], on)).kind).toBe('ok');
  expect(await plan(slots, on)).toMatchObject({ code: 'NO_BASE_PRICE' });
});
