import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/core/api/booking-records';
import { claimsOf, isSettled, owedBeside } from '../../src/core/money/claims';
import { type Credit, creditsOf } from '../../src/core/money/credits';
import { attestedWith, bookingWith, GUEST, HOST, STRANGER } from '../support/bookings';
import { eventWith } from '../support/timeline-events';

const sumOf = (events: readonly TimelineEvent[], wallet: string) =>
  creditsOf(bookingWith(), events, wallet).map(({ kind, units }) => [kind, units]);

test('a finalized session credits what its event says, also nothing', () => {
  const events = [
    eventWith('Finalized', {
      host_paid: 19_500_000n,
      guest_refund: 0n,
      fee_paid: 500_000n,
    }),
  ];
  expect(sumOf(events, HOST)).toEqual([['finalized', 19_500_000n]]);
  expect(sumOf(events, GUEST.toLowerCase())).toEqual([['finalized', 0n]]);
  expect(sumOf(events, STRANGER)).toEqual([]);
});

test('a late cancellation credits both, a refund the guest alone', () => {
  const cancelled = [
    eventWith('SessionBookingCancelled', { refund: 10_000_000n, host_paid: 9_750_000n }),
  ];
  expect(sumOf(cancelled, HOST)).toEqual([['cancelled', 9_750_000n]]);
  expect(sumOf(cancelled, GUEST)).toEqual([['cancelled', 10_000_000n]]);
  const refunded = [eventWith('UnattestedRefunded', { refund: 20_000_000n })];
  expect(sumOf(refunded, GUEST)).toEqual([['refunded', 20_000_000n]]);
});

test.each([
  ['NoShowHost', 'the challenger', GUEST, HOST],
  ['Completed', 'the other party', HOST, GUEST],
])('a dispute that comes out as %s gives the bond to %s', (outcome, _, winner, loser) => {
  const events = [
    eventWith('Attested', { outcome: 'Completed' }),
    eventWith('Challenged', { challenger: GUEST, bond_amount: 5_000_000n }),
    eventWith('Resolved', { final_outcome: outcome }),
  ];
  expect(sumOf(events, winner)).toEqual([['bond', 5_000_000n]]);
  expect(sumOf(events, loser)).toEqual([]);
});

const creditAt = (block: number, units: bigint): Credit => ({
  bookingId: block,
  kind: 'finalized',
  role: 'host',
  units,
  atS: block,
  block,
  txHash: '0x',
});

const statesOf = (credits: readonly Credit[], owed: bigint) =>
  claimsOf(credits, owed).map(({ credit, state }) => [credit.bookingId, state]);

test('what is owed is the newest credits: a payout took all before them', () => {
  const credits = [creditAt(1, 5n), creditAt(2, 7n), creditAt(3, 0n), creditAt(4, 11n)];
  expect(statesOf(credits, 0n)).toEqual([
    [4, 'claimed'],
    [3, 'nothing'],
    [2, 'claimed'],
    [1, 'claimed'],
  ]);
  expect(statesOf(credits, 18n)).toEqual([
    [4, 'unclaimed'],
    [3, 'nothing'],
    [2, 'unclaimed'],
    [1, 'claimed'],
  ]);
});

test('something else that is owed never makes a session look settled that is not', () => {
  const claims = claimsOf([creditAt(1, 5n), creditAt(2, 7n)], 8n);
  expect(claims.map(({ state }) => state)).toEqual(['unclaimed', 'unclaimed']);
  expect(owedBeside(claimsOf([creditAt(2, 7n)], 8n), 8n)).toBe(1n);
});

test('a session is settled once its money is claimed, or was nothing', () => {
  const claims = claimsOf([creditAt(1, 5n), creditAt(2, 0n), creditAt(3, 7n)], 7n);
  expect([1, 2, 3, 4].map((id) => isSettled(claims, id))).toEqual([true, true, false, false]);
});

test('a bond that is still owed keeps its session unsettled', () => {
  const booking = attestedWith({ status: 'Finalized' });
  const events = [
    eventWith('Attested', { outcome: 'Completed', block: 1 }),
    eventWith('Challenged', { challenger: HOST, bond_amount: 5_000_000n, block: 2 }),
    eventWith('Resolved', { final_outcome: 'NoShowGuest', block: 3 }),
    eventWith('Finalized', { host_paid: 19_500_000n, block: 4 }),
  ];
  const credits = creditsOf(booking, events, HOST);
  expect(isSettled(claimsOf(credits, 24_500_000n), booking.booking_id)).toBe(false);
  expect(isSettled(claimsOf(credits, 0n), booking.booking_id)).toBe(true);
});
