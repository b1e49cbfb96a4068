import { expect, test } from 'vitest';
import { groupsOf } from '../../src/core/home/groups';
import { sessionToRemindOf } from '../../src/core/home/reminder';
import { situationOf } from '../../src/core/home/situation';
import {
  attestedWith,
  bookingWith,
  disputedWith,
  END_S,
  FINALIZABLE_S,
  START_S,
  TIMEOUT_S,
} from '../support/bookings';

const at = (start_s: number, booking_id: number) => {
  const { slot } = bookingWith();
  return bookingWith({ booking_id, slot: { ...slot, start_s, end_s: start_s + 1_800 } });
};

test.each([
  ['ahead', bookingWith(), START_S - 1],
  ['running', bookingWith(), START_S],
  ['being_decided', bookingWith(), END_S],
  ['refund_claimable', bookingWith(), END_S + 3 * 3_600],
  ['challengeable', attestedWith(), FINALIZABLE_S - 1],
  ['finalizable', attestedWith(), FINALIZABLE_S],
  ['finalizable', attestedWith({ status: 'Resolved' }), FINALIZABLE_S],
  ['disputed', disputedWith(), TIMEOUT_S - 1],
  ['dispute_timed_out', disputedWith(), TIMEOUT_S],
  ['finalized', attestedWith({ status: 'Finalized' }), TIMEOUT_S],
  ['refunded', bookingWith({ status: 'Finalized', refunded_unattested: true }), TIMEOUT_S],
  ['cancelled', bookingWith({ status: 'Cancelled' }), START_S],
] as const)('is %s', (name, booking, nowS) => {
  expect(situationOf(booking, nowS).name).toBe(name);
});

const idsOf = (listed: readonly { booking: { booking_id: number } }[]) =>
  listed.map(({ booking }) => booking.booking_id);

test('upcoming sessions are shown soonest first', () => {
  const { upcoming } = groupsOf([at(START_S + 900, 1), at(START_S, 2)], START_S + 60);
  expect(idsOf(upcoming)).toEqual([2, 1]);
});

test('what can be done now comes before what waits, and that by its deadline', () => {
  const { open } = groupsOf(
    [
      disputedWith({ booking_id: 1 }),
      attestedWith({ booking_id: 2 }),
      attestedWith({ booking_id: 3, finalizable_at_s: END_S }),
    ],
    END_S + 60,
  );
  expect(idsOf(open)).toEqual([3, 2, 1]);
});

test('past sessions are shown newest first', () => {
  const over = [at(START_S, 1), at(START_S + 900, 2)].map((booking) => ({
    ...booking,
    status: 'Cancelled' as const,
  }));
  expect(idsOf(groupsOf(over, START_S).past)).toEqual([2, 1]);
});

test('reminds from ten minutes before the start until the start', () => {
  const sessions = [at(START_S + 300, 1), at(START_S, 2)];
  const reminded = (nowS: number) => sessionToRemindOf(sessions, nowS)?.booking_id;
  expect(reminded(START_S - 601)).toBeUndefined();
  expect(reminded(START_S - 600)).toBe(2);
  expect(reminded(START_S)).toBe(1);
  expect(sessionToRemindOf([bookingWith({ status: 'Cancelled' })], START_S - 60)).toBeUndefined();
});
