import { expect, test } from 'vitest';
import { nextMomentOf } from '../../src/core/home/next-moment';
import { attestedWith, bookingWith, END_S, FINALIZABLE_S, START_S } from '../support/bookings';

test.each([
  [START_S - 4_000, 'free_cancel_until', START_S - 3_600],
  [START_S - 3_600, 'opens', START_S - 300],
  [START_S - 300, 'starts', START_S],
  [START_S, 'ends', END_S],
])('at %i a booked session waits for %s', (nowS, kind, atS) => {
  expect(nextMomentOf([bookingWith()], nowS)).toEqual({ kind, bookingId: 7, atS });
});

test('of several sessions the soonest moment counts', () => {
  const sessions = [attestedWith({ booking_id: 1 }), bookingWith({ booking_id: 2 })];
  expect(nextMomentOf(sessions, END_S)).toMatchObject({ bookingId: 1, atS: FINALIZABLE_S });
});

test('what is over waits for nothing', () => {
  expect(nextMomentOf([bookingWith({ status: 'Cancelled' })], START_S - 9_000)).toBeUndefined();
});
