import { expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/core/api/booking-records';
import { deadlinesOf, stepsOf } from '../../src/core/session/steps';
import {
  attestedWith,
  bookingWith,
  disputedWith,
  END_S,
  FINALIZABLE_S,
  START_S,
  TIMEOUT_S,
} from '../support/bookings';
import { eventWith } from '../support/timeline-events';

const event = (name: string, at_s: number, members: Partial<TimelineEvent> = {}) =>
  eventWith(name, { at_s, tx_hash: `0x${at_s}`, ...members });

const BOOKED = event('SessionBooked', START_S - 9_000);

const names = (steps: ReturnType<typeof stepsOf>): string[] =>
  steps.map(({ isDone, name }) => (isDone ? name : `(${name})`));

test('what happened comes first, with its time, transaction and outcome; then what is ahead', () => {
  const events = [
    event('SessionSlotCreated', START_S - 9_999),
    BOOKED,
    event('Attested', END_S, { outcome: 'Completed' }),
  ];
  expect(stepsOf(attestedWith(), events, END_S)).toEqual([
    { isDone: true, name: 'Booked', atS: START_S - 9_000, txHash: BOOKED.tx_hash },
    { isDone: true, name: 'Attested', atS: END_S, txHash: `0x${END_S}`, outcome: 'Completed' },
    { isDone: false, name: 'Finalized', fromS: FINALIZABLE_S },
  ]);
});

test('a booked one is attested after its end, until the refund opens', () => {
  const booking = bookingWith();
  const claimableS = booking.claimable_at_s;
  expect(names(stepsOf(booking, [BOOKED], claimableS - 1))).toEqual([
    'Booked',
    '(Attested)',
    '(Finalized)',
  ]);
  expect(names(stepsOf(booking, [BOOKED], claimableS))).toEqual(['Booked', '(Refunded)']);
});

test('a disputed one is resolved, then finalized', () => {
  const events = [BOOKED, event('Attested', END_S), event('Challenged', END_S + 1)];
  expect(names(stepsOf(disputedWith(), events, END_S + 2))).toEqual([
    'Booked',
    'Attested',
    'Disputed',
    '(Resolved)',
    '(Finalized)',
  ]);
});

test.each([
  ['SessionBookingCancelled', bookingWith({ status: 'Cancelled' }), 'Cancelled'],
  ['UnattestedRefunded', bookingWith({ status: 'Finalized' }), 'Refunded'],
  ['Finalized', bookingWith({ status: 'Finalized' }), 'Finalized'],
] as const)('after %s nothing is ahead', (name, booking, step) => {
  expect(names(stepsOf(booking, [BOOKED, event(name, END_S)], END_S))).toEqual(['Booked', step]);
});

test('tells what was credited to whom', () => {
  const settled = { host_paid: 19_500_000n, guest_refund: 0n, fee_paid: 500_000n };
  const refunded = { refund: 20_000_000n };
  const events = [event('Finalized', END_S, settled), event('UnattestedRefunded', END_S, refunded)];
  expect(stepsOf(bookingWith({ status: 'Finalized' }), events, END_S)).toMatchObject([
    { credited: { host: 19_500_000n, guest: 0n, treasury: 500_000n } },
    { credited: { host: 0n, guest: 20_000_000n, treasury: 0n } },
  ]);
});

test('counts down to what changes what can be done, soonest first', () => {
  const kinds = (nowS: number) => deadlinesOf(bookingWith(), nowS).map(({ kind }) => kind);
  expect(kinds(START_S - 3_601)).toEqual([
    'free_cancel_until',
    'starts',
    'ends',
    'refund_claimable_from',
  ]);
  expect(kinds(START_S)).toEqual(['ends', 'refund_claimable_from']);
  expect(kinds(bookingWith().claimable_at_s)).toEqual([]);
});

test('counts down to the end of the challenge window, and of a dispute', () => {
  expect(deadlinesOf(attestedWith(), FINALIZABLE_S - 1)).toEqual([
    { kind: 'challenge_until', atS: FINALIZABLE_S },
    { kind: 'finalizable_from', atS: FINALIZABLE_S },
  ]);
  expect(deadlinesOf(attestedWith(), FINALIZABLE_S)).toEqual([]);
  expect(deadlinesOf(disputedWith(), END_S)).toEqual([
    { kind: 'dispute_times_out', atS: TIMEOUT_S },
  ]);
});
