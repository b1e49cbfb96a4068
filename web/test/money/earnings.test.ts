import { expect, test } from 'vitest';
import { Earnings } from '../../src/core/money/earnings';
import { attestedWith, bookingWith, HOST } from '../support/bookings';
import { FakeApp } from '../support/fake-app';
import { eventWith } from '../support/timeline-events';

const OWED = `/accounts/${HOST}/owed`;
const FINALIZED = attestedWith({ status: 'Finalized' });

function serviceThatOwes(units: string): FakeApp {
  const app = new FakeApp();
  app.answers.set(OWED, { owed: units, as_of_block: 12 });
  app.answers.set('/bookings/7/timeline', {
    events: [eventWith('Finalized', { host_paid: 19_500_000n })],
  });
  return app;
}

test('reads what is owed, and what the finalized sessions credited', async () => {
  const earnings = new Earnings(HOST, serviceThatOwes('19500000'));
  await earnings.reload([FINALIZED, bookingWith({ booking_id: 8 })]);
  expect(earnings.state).toMatchObject({
    owed: { owed: 19_500_000n, as_of_block: 12 },
    credits: [{ bookingId: 7, units: 19_500_000n }],
    hasMore: false,
    problem: '',
  });
});

test('asks for a booking’s events once as long as its status stays', async () => {
  const app = serviceThatOwes('0');
  const earnings = new Earnings(HOST, app);
  await earnings.reload([FINALIZED]);
  await earnings.reload();
  expect(app.asked.filter((path) => path.includes('timeline'))).toHaveLength(1);
});

test('looks into twenty sessions at first, and into more when asked', async () => {
  const app = serviceThatOwes('0');
  const ids = Array.from({ length: 25 }, (_, i) => i + 1);
  for (const id of ids) {
    app.answers.set(`/bookings/${id}/timeline`, { events: [eventWith('Finalized')] });
  }
  const earnings = new Earnings(HOST, app);
  await earnings.reload(ids.map((booking_id) => ({ ...FINALIZED, booking_id })));
  expect(earnings.state.credits).toHaveLength(20);
  expect(earnings.state.hasMore).toBe(true);
  await earnings.more();
  expect(earnings.state.credits).toHaveLength(25);
  expect(earnings.state.hasMore).toBe(false);
});

test('keeps what it had when the service does not answer, and says why', async () => {
  const app = serviceThatOwes('5');
  const earnings = new Earnings(HOST, app);
  await earnings.reload([FINALIZED]);
  app.refusals.set(OWED, 'chain_unavailable');
  await earnings.reload();
  expect(earnings.state).toMatchObject({ owed: { owed: 5n }, problem: 'chain_unavailable' });
});
