import { expect, test } from 'vitest';
import { hostIn } from '../../src/core/home/find-host';
import { Sessions } from '../../src/core/home/sessions';
import { bookingWith, HOST } from '../support/bookings';
import { FakeApp } from '../support/fake-app';

const FIRST = `/bookings?party=${HOST}&limit=200`;

test('reads all pages of a wallet’s sessions', async () => {
  const app = new FakeApp();
  app.answers.set(FIRST, { bookings: [bookingWith({ booking_id: 7 })], next: 7 });
  app.answers.set(`${FIRST}&after=7`, { bookings: [bookingWith({ booking_id: 9 })] });
  const sessions = new Sessions(HOST, app);
  await sessions.reload();
  expect(sessions.state.bookings?.map(({ booking_id }) => booking_id)).toEqual([7, 9]);
  expect(sessions.state).toMatchObject({ isCut: false, problem: '' });
});

test('keeps what it had when a later reading fails, and says why', async () => {
  const app = new FakeApp();
  app.answers.set(FIRST, { bookings: [bookingWith()] });
  const sessions = new Sessions(HOST, app);
  await sessions.reload();
  app.refusals.set(FIRST, 'database_unavailable');
  await sessions.reload();
  expect(sessions.state.bookings).toHaveLength(1);
  expect(sessions.state.problem).toBe('database_unavailable');
});

test('events during a reading lead to one more, not to one each', async () => {
  const app = new FakeApp();
  app.answers.set(FIRST, { bookings: [] });
  const sessions = new Sessions(HOST, app);
  await Promise.all([sessions.reload(), sessions.reload(), sessions.reload()]);
  expect(app.asked).toHaveLength(2);
});

test.each([
  [HOST, HOST],
  [`  ${HOST} `, HOST],
  [`https://sessions.example/host/${HOST}`, HOST],
  [`/host/${HOST}/`, HOST],
  ['0x1234', undefined],
  ['https://sessions.example/session/7', undefined],
  ['', undefined],
])('finds in %j the host %s', (text, host) => {
  expect(hostIn(text)).toBe(host);
});
