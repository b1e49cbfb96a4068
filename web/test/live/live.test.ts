import { beforeEach, expect, test } from 'vitest';
import { Live } from '../../src/core/live/live';
import { FakeStreams } from '../support/fake-streams';
import { FakeTime } from '../support/fake-time';

const PARTY = '0xAbC';

let time: FakeTime;
let streams: FakeStreams;
let live: Live;
let reloads: number;

const reload = () => {
  reloads += 1;
};

beforeEach(() => {
  time = new FakeTime();
  streams = new FakeStreams();
  live = new Live(streams.open, time);
  reloads = 0;
});

test('opens one stream for all who watch the same, and closes it with the last of them', () => {
  const stops = [1, 2].map(() => live.watch({ party: PARTY }, reload));
  live.watch({ booking: '7' }, reload);
  expect(streams.paths).toEqual(['/events?party=0xAbC', '/events?booking=7']);
  stops[0]?.();
  expect(streams.all[0]?.isClosed).toBe(false);
  stops[1]?.();
  expect(streams.all[0]?.isClosed).toBe(true);
});

test('has everybody read again once it is open, since something may have come before', async () => {
  live.watch({}, reload);
  streams.newest.ears.opened();
  await time.pass(1_000);
  expect(reloads).toBe(1);
});

test('takes a burst of events for one reason to read again', async () => {
  live.watch({}, reload);
  for (let id = 1; id <= 20; id += 1) {
    streams.newest.ears.heard(String(id));
  }
  await time.pass(1_000);
  expect(reloads).toBe(1);
  streams.newest.ears.heard('21');
  await time.pass(1_000);
  expect(reloads).toBe(2);
});

test('goes on from the last event after a break', async () => {
  live.watch({ party: PARTY }, reload);
  streams.newest.ears.opened();
  streams.newest.ears.heard('41');
  streams.newest.ears.broke();
  await time.pass(250);
  expect(streams.newest.path).toBe('/events?party=0xAbC&after=41');
});

test('waits longer after each failure, up to a bound', async () => {
  live.watch({}, reload);
  const openedAt = [time.nowMs()];
  for (let failure = 1; failure <= 8; failure += 1) {
    streams.newest.ears.broke();
    while (streams.all.length === failure) {
      await time.pass(50);
    }
    openedAt.push(time.nowMs());
  }
  const pauses = openedAt.slice(1).map((at, i) => at - (openedAt[i] ?? 0));
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});

test('a break that heals at once is no outage; one that does not is, with its age', async () => {
  live.watch({}, reload);
  streams.newest.ears.opened();
  await time.pass(60_000);
  const brokeAt = time.nowMs();
  streams.newest.ears.broke();
  expect(live.state.isLive).toBe(true);
  await time.pass(250);
  streams.newest.ears.broke();
  expect(live.state).toEqual({ isLive: false, lastHeardMs: brokeAt });
  await time.pass(500);
  streams.newest.ears.opened();
  expect(live.state.isLive).toBe(true);
});

test('a page whose service never answers says so', async () => {
  const beganAt = time.nowMs();
  live.watch({}, reload);
  streams.newest.ears.broke();
  await time.pass(250);
  streams.newest.ears.broke();
  expect(live.state).toEqual({ isLive: false, lastHeardMs: beganAt });
});

test('a page that nobody watches any more takes no outage along to the next', async () => {
  const stop = live.watch({ booking: '1' }, reload);
  streams.newest.ears.broke();
  await time.pass(250);
  streams.newest.ears.broke();
  expect(live.state.isLive).toBe(false);
  stop();
  expect(live.state.isLive).toBe(true);
  await time.pass(60_000);
  expect(streams.all).toHaveLength(2);
});

test('without a network nothing is live; with it all is tried at once', async () => {
  live.watch({}, reload);
  streams.newest.ears.opened();
  live.setOnline(false);
  expect(live.state.isLive).toBe(false);
  streams.newest.ears.broke();
  live.setOnline(true);
  expect(streams.all).toHaveLength(2);
  streams.newest.ears.opened();
  expect(live.state.isLive).toBe(true);
  await time.pass(60_000);
  expect(streams.all).toHaveLength(2);
});

test('a hidden page gives its connection back after a while, and goes on when it is seen', async () => {
  live.watch({}, reload);
  streams.newest.ears.opened();
  streams.newest.ears.heard('5');
  live.setShown(false);
  await time.pass(29_000);
  expect(streams.newest.isClosed).toBe(false);
  await time.pass(1_000);
  expect(streams.newest.isClosed).toBe(true);
  expect(live.state.isLive).toBe(true);
  live.setShown(true);
  expect(streams.newest.path).toBe('/events?after=5');
});

test('a page that was hidden for a moment keeps its stream', async () => {
  live.watch({}, reload);
  streams.newest.ears.opened();
  live.setShown(false);
  await time.pass(10_000);
  live.setShown(true);
  await time.pass(60_000);
  expect(streams.all).toHaveLength(1);
  expect(streams.newest.isClosed).toBe(false);
});
