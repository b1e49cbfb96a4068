import { expect, test } from 'vitest';
import type { Viewer } from '../../src/core/session/actions';
import { Session } from '../../src/core/session/session';
import {
  attestedWith,
  bookingWith,
  disputedWith,
  GUEST,
  OWNER,
  STRANGER,
} from '../support/bookings';
import { FakeApp } from '../support/fake-app';

const PATH = '/bookings/7';
const EXPLANATION = { summary: 'Both were there.', next: { what: 'It is settled.' } };

function attestedIn(app: FakeApp): void {
  app.answers.set(PATH, attestedWith());
  app.answers.set(`${PATH}/timeline`, { events: [] });
  app.answers.set(`${PATH}/explanation`, EXPLANATION);
  app.answers.set(`${PATH}/statements`, { statements: [] });
  app.answers.set(`${PATH}/metrics`, '{"schema":"unknown"}');
}

function sessionOf(app: FakeApp, viewer: Viewer = { wallet: GUEST }): Session {
  const hash = attestedWith().metrics_hash ?? '';
  return new Session('7', { app, chainId: 1337, viewer, keccak: async () => hash });
}

const countOf = (app: FakeApp, path: string): number =>
  app.asked.filter((asked) => asked === path).length;

test('a party sees the chain’s state and the records', async () => {
  const app = new FakeApp();
  attestedIn(app);
  const session = sessionOf(app);
  await session.reload();
  expect(session.state).toMatchObject({
    booking: { status: 'Attested', amount: 20_000_000n },
    records: {
      explanation: { summary: 'Both were there.' },
      metrics: { kind: 'ok', value: { isHashRight: true, isAboutThis: false } },
    },
    problem: '',
    recordsProblem: '',
    readAtMs: app.serviceNowMs,
  });
});

test.each([
  ['nobody', {}],
  ['a stranger', { wallet: STRANGER, owner: OWNER }],
  ['the owner, while nothing is disputed', { wallet: OWNER, owner: OWNER }],
])('%s sees the chain’s state alone, and the service is not asked in vain', async (_, viewer) => {
  const app = new FakeApp();
  attestedIn(app);
  const session = sessionOf(app, viewer);
  await session.reload();
  expect(app.asked).toEqual([PATH, `${PATH}/timeline`]);
  expect(session.state.booking?.status).toBe('Attested');
  expect(session.state.records).toBeUndefined();
  expect(session.state.recordsProblem).toBe('not_a_participant');
});

test('the owner sees the records of a dispute', async () => {
  const app = new FakeApp();
  attestedIn(app);
  app.answers.set(PATH, disputedWith());
  const session = sessionOf(app, { wallet: OWNER, owner: OWNER });
  await session.reload();
  expect(session.state.records).toBeDefined();
});

test('metrics do not change: they are fetched once, and not before there are any', async () => {
  const app = new FakeApp();
  attestedIn(app);
  app.answers.set(PATH, bookingWith());
  const session = sessionOf(app);
  await session.reload();
  expect(session.state.records?.metrics).toBeUndefined();
  app.answers.set(PATH, attestedWith());
  await session.reload();
  await session.reload();
  expect(countOf(app, `${PATH}/metrics`)).toBe(1);
});

test('metrics that the service does not have are a problem of their own', async () => {
  const app = new FakeApp();
  attestedIn(app);
  app.refusals.set(`${PATH}/metrics`, 'metrics_not_found');
  const session = sessionOf(app);
  await session.reload();
  expect(session.state.records?.metrics).toMatchObject({ code: 'metrics_not_found' });
});

test('a reading that fails keeps what was shown, and says so; the next one takes that back', async () => {
  const app = new FakeApp();
  attestedIn(app);
  const session = sessionOf(app);
  await session.reload();
  app.refusals.set(PATH, 'database_unavailable');
  await session.reload();
  expect(session.state).toMatchObject({
    booking: { status: 'Attested' },
    problem: 'database_unavailable',
  });
  app.refusals.clear();
  await session.reload();
  expect(session.state.problem).toBe('');
});

test('records that are no longer to be read are no longer shown', async () => {
  const app = new FakeApp();
  attestedIn(app);
  const session = sessionOf(app);
  await session.reload();
  app.refusals.set(`${PATH}/explanation`, 'not_a_participant');
  await session.reload();
  expect(session.state.records).toBeUndefined();
});

test('what happens during a reading is read after it, once', async () => {
  const app = new FakeApp();
  attestedIn(app);
  const session = sessionOf(app);
  await Promise.all([session.reload(), session.reload(), session.reload()]);
  expect(countOf(app, PATH)).toBe(2);
});

test('a statement that was taken is shown', async () => {
  const app = new FakeApp();
  attestedIn(app);
  const said = { role: 'guest', wallet: '0x1', said_at_ms: 1, hash: '0x2', text: 'It rang.' };
  const session = sessionOf(app);
  await session.reload();
  app.answers.set(`${PATH}/statements`, { ...said, statements: [said] });
  expect(await session.say('It rang.')).toMatchObject({ kind: 'ok' });
  expect(session.state.records?.statements).toHaveLength(1);
});
