import { expect, test } from 'vitest';
import { Disputes, isUrgent } from '../../src/core/review/disputes';
import { GUEST, HOST } from '../support/bookings';
import { FakeApp } from '../support/fake-app';

const dispute = (bookingId: number, timesOutAtS: number) => ({
  booking_id: bookingId,
  escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  host: HOST,
  guest: GUEST,
  amount: 20_000_000n,
  bond: 5_000_000n,
  challenger: GUEST,
  disputed_at_s: 1_000,
  times_out_at_s: timesOutAtS,
  outcome: 'Completed' as const,
});

test('the queue has every page, soonest timeout first', async () => {
  const app = new FakeApp();
  app.answers.set('/disputes', { disputes: [dispute(2, 9_000)], next: 2 });
  app.answers.set('/disputes?after=2', { disputes: [dispute(1, 5_000)], next: null });
  const queue = new Disputes(app);
  await queue.reload();
  expect(queue.state.disputes?.map((each) => each.booking_id)).toEqual([1, 2]);
});

test('a queue that cannot be read says why', async () => {
  const app = new FakeApp();
  app.refusals.set('/disputes', 'not_allowed');
  const queue = new Disputes(app);
  await queue.reload();
  expect(queue.state).toEqual({ problem: 'not_allowed' });
});

test('is urgent from half of its time on', () => {
  expect(isUrgent(dispute(1, 3_001), 2_000)).toBe(false);
  expect(isUrgent(dispute(1, 3_001), 2_001)).toBe(true);
  expect(isUrgent(dispute(1, 3_000), 2_000)).toBe(true);
});
