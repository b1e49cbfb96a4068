import { decodeFunctionData } from 'viem';
import { expect, test } from 'vitest';
import { ESCROW, TOKEN } from '../../src/core/chain/abi';
import type { Deed } from '../../src/core/chain/deed';
import { deedsOf } from '../../src/core/chain/deeds';
import { gasLimit } from '../../src/core/chain/gas';

const ESCROW_AT = '0x5FbDB2315678afecb367f032d93F642f64180aa3';
const TOKEN_AT = '0x20C0000000000000000000000000000000000001';
const SOMEBODY = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';

const deeds = deedsOf({ escrow: ESCROW_AT, token: TOKEN_AT });

/** What a deed calls, in words: where, which function, with what. */
const said = ({ calls }: Deed) =>
  calls.map(({ to, data }) => {
    const { functionName, args = [] } = decodeFunctionData({ abi: [...ESCROW, ...TOKEN], data });
    return [to === TOKEN_AT ? 'token' : 'escrow', functionName, ...args];
  });

const SLOT = { slotId: 7n, price: 25_000_000n };

test('booking approves the price and books, in one transaction', () => {
  const deed = deeds.book(SLOT, 0n);
  expect(said(deed)).toEqual([
    ['token', 'approve', ESCROW_AT, 25_000_000n],
    ['escrow', 'book', 7n],
  ]);
  expect(deed.pays).toBe(25_000_000n);
});

test('booking approves nothing where the escrow may pull enough already', () => {
  expect(said(deeds.book(SLOT, 25_000_000n))).toEqual([['escrow', 'book', 7n]]);
});

test('a challenge approves its bond', () => {
  const deed = deeds.challenge(3n, 5_000_000n, 4_999_999n);
  expect(said(deed).map(([, name]) => name)).toEqual(['approve', 'challenge']);
  expect(deed.pays).toBe(5_000_000n);
});

test('an offer to any host names nobody', () => {
  const offer = {
    windowStartS: 100,
    windowEndS: 200,
    durationMins: 30,
    amount: 9n,
    expiryS: 150,
  };
  const nobody = '0x0000000000000000000000000000000000000000';
  expect(said(deeds.createRequest(offer, 0n))[1]).toEqual([
    'escrow',
    'createRequest',
    nobody,
    100,
    200,
    30,
    9n,
    150,
  ]);
  expect(said(deeds.createRequest({ ...offer, host: SOMEBODY }, 9n))).toEqual([
    ['escrow', 'createRequest', SOMEBODY, 100, 200, 30, 9n, 150],
  ]);
});

test.each([
  [deeds.cancelBooking(3n, 'host'), ['cancelBookingAsHost', 3n]],
  [deeds.cancelBooking(3n, 'guest'), ['cancelBookingAsGuest', 3n]],
  [deeds.claimIfUnattested(3n), ['claimIfUnattested', 3n]],
  [deeds.finalize(3n), ['finalize', 3n]],
  [deeds.finalizeDisputeByTimeout(3n), ['finalizeDisputeByTimeout', 3n]],
  [deeds.resolveDispute(3n, 'Completed'), ['resolveDispute', 3n, 1]],
  [deeds.resolveDispute(3n, 'NoShowHost'), ['resolveDispute', 3n, 2]],
  [deeds.resolveDispute(3n, 'NoShowGuest'), ['resolveDispute', 3n, 3]],
  [deeds.withdrawOwed(), ['withdrawOwed']],
  [deeds.withdrawOwed(SOMEBODY), ['withdrawOwed', SOMEBODY]],
  [deeds.setBasePrice(8n), ['setHostBasePrice', 8n]],
  [deeds.cancelRequest(4n), ['cancelRequest', 4n]],
  [
    deeds.acceptRequest(4n, { startS: 9, graceMins: 1, minOverlapMins: 2, cancelCutoffMins: 3 }),
    ['acceptRequest', 4n, 9, 1, 2, 3],
  ],
])('$kind calls the escrow alone and pays nothing', (deed, call) => {
  expect(said(deed)).toEqual([['escrow', ...call]]);
  expect(deed.pays).toBe(0n);
});

test('many slots are as few transactions as they fit into', () => {
  const ids = Array.from({ length: 70 }, (_, i) => BigInt(i));
  const cancelling = deeds.cancelSlots(ids);
  expect(cancelling.map(({ calls }) => calls.length)).toEqual([32, 32, 6]);
  expect(cancelling.flatMap(said).map(([, , id]) => id)).toEqual(ids);
  expect(deeds.cancelSlots([])).toEqual([]);
});

test('full batches stay below what a transaction may use', () => {
  const terms = {
    startS: 1,
    durationMins: 30,
    graceMins: 5,
    minOverlapMins: 20,
    cancelCutoffMins: 60,
  };
  const [full] = deeds.createSlots(Array.from({ length: 20 }, () => terms));
  expect(full && said(full)[0]).toEqual(['escrow', 'createSlot', 1, 30, 5, 20, 60]);
  expect(full && gasLimit(full.calls)).toBeLessThan(30_000_000n);
  const [cancelling] = deeds.cancelSlots(Array.from({ length: 32 }, (_, i) => BigInt(i)));
  expect(cancelling && gasLimit(cancelling.calls)).toBeLessThan(30_000_000n);
});

test('a call that is not known has room too', () => {
  expect(gasLimit([{ to: SOMEBODY, data: '0x12345678' }])).toBe(1_400_000n);
});
