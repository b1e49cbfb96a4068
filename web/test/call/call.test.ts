import { beforeEach, describe, expect, test } from 'vitest';
import { talkMs } from '../../src/core/call/call-view';
import { FakeService } from '../support/fake-service';
import { FakeTime } from '../support/fake-time';
import { Party } from '../support/party';

let time: FakeTime;
let service: FakeService;
let host: Party;
let guest: Party;

beforeEach(async () => {
  time = new FakeTime();
  service = new FakeService(time);
  host = await Party.of('host', service, time);
  guest = await Party.of('guest', service, time);
});

async function bothTalk(): Promise<void> {
  host.call.start();
  guest.call.start();
  await time.pass(1_000);
  expect([host.phase, guest.phase]).toEqual(['Connected', 'Connected']);
}

const heartbeatsOverHttp = (): number =>
  service.asked.filter((request) => request.endsWith('/heartbeat')).length;

test('two who join hear each other', async () => {
  host.call.start();
  await time.pass(1_000);
  expect(host.phase).toBe('WaitingForPeer');
  guest.call.start();
  await time.pass(1_000);
  expect([host.phase, guest.phase]).toEqual(['Connected', 'Connected']);
  expect(guest.call.state.clickToAudioMs).toBeLessThan(1_000);
  await time.pass(4_000);
  expect(guest.call.state.receivedBytes).toBe(1_000);
});

test('heartbeats keep the seat over the socket, and over HTTP where there is none', async () => {
  await bothTalk();
  await time.pass(60_000);
  expect(service.present).toEqual(['host', 'guest']);
  expect(heartbeatsOverHttp()).toBe(0);
  service.takesSockets = false;
  service.cut('host');
  await time.pass(60_000);
  expect(service.present).toEqual(['host', 'guest']);
  expect(service.seatsOf('host')).toHaveLength(1);
  expect(heartbeatsOverHttp()).toBeGreaterThanOrEqual(11);
});

test('a socket that swallows heartbeats costs nobody the seat', async () => {
  await bothTalk();
  service.answersOnSockets = false;
  await time.pass(60_000);
  expect(service.present).toEqual(['host', 'guest']);
  expect(service.seatsOf('host')).toHaveLength(1);
});

test('a cut of signalling does not cut the call', async () => {
  await bothTalk();
  service.cut('guest');
  await time.pass(3_000);
  expect([host.phase, guest.phase]).toEqual(['Connected', 'Connected']);
  expect(host.connections).toHaveLength(1);
});

test('media that were lost are brought back by an ICE restart', async () => {
  await bothTalk();
  host.connection?.is('disconnected');
  expect(host.phase).toBe('Reconnecting');
  await time.pass(10_000);
  expect(host.phase).toBe('Connected');
  expect(service.present).toEqual(['host', 'guest']);
});

test('a service that is away for less than a lease costs nothing', async () => {
  await bothTalk();
  service.isAway = true;
  service.cut('host');
  service.cut('guest');
  await time.pass(12_000);
  expect([host.phase, guest.phase]).toEqual(['Connected', 'Connected']);
  service.isAway = false;
  await time.pass(3_000);
  expect(service.present).toEqual(['host', 'guest']);
  expect(service.seatsOf('guest')).toHaveLength(1);
});

test('a seat that was lost is taken anew, and the call with it', async () => {
  await bothTalk();
  service.isAway = true;
  service.cut('host');
  service.cut('guest');
  await time.pass(40_000);
  service.isAway = false;
  await time.pass(20_000);
  expect(service.present).toEqual(['host', 'guest']);
  expect([host.phase, guest.phase]).toEqual(['Connected', 'Connected']);
});

test('waits by itself until the join opens', async () => {
  service.startMs = time.nowMs() + 6 * 60_000;
  host.call.start();
  await time.pass(30_000);
  expect(host.phase).toBe('Joining');
  expect(host.call.state.waitsBecause).toBe('too_early_to_join');
  await time.pass(36_000);
  expect(host.phase).toBe('WaitingForPeer');
});

test('another device of the wallet takes the seat at once', async () => {
  await bothTalk();
  const other = await Party.of('guest', service, time);
  other.call.start();
  await time.pass(2_000);
  expect(guest.call.state.phase).toMatchObject({ name: 'Failed', reason: 'SEAT_TAKEN' });
  expect([host.phase, other.phase]).toEqual(['Connected', 'Connected']);
});

test('a relay that the service does not have is refused', async () => {
  const hidden = await Party.of('guest', service, time, true);
  hidden.call.start();
  await time.pass(1_000);
  expect(hidden.call.state.phase).toMatchObject({ reason: 'REFUSED', detail: 'relay_unavailable' });
});

describe('leaving', () => {
  test('ends the call here, and there only the talk', async () => {
    await bothTalk();
    await time.pass(9_000);
    guest.call.hangUp();
    await time.pass(1_000);
    expect(guest.call.state.phase).toEqual({ name: 'Ended', reason: 'HUNG_UP' });
    expect(guest.call.state.isGivenUp).toBe(true);
    expect(talkMs(guest.call.state, time.nowMs())).toBeGreaterThanOrEqual(9_000);
    expect(host.phase).toBe('WaitingForPeer');
    expect(service.present).toEqual(['host']);
  });

  test('is said again until the service has heard it', async () => {
    await bothTalk();
    service.isAway = true;
    guest.call.hangUp();
    await time.pass(8_000);
    expect(guest.call.state.isGivenUp).toBe(false);
    service.isAway = false;
    await time.pass(6_000);
    expect(guest.call.state.isGivenUp).toBe(true);
    expect(service.present).toEqual(['host']);
  });

  test('has an end also where the service never hears it', async () => {
    await bothTalk();
    service.isAway = true;
    guest.call.hangUp();
    await time.pass(16_000);
    expect(guest.call.state.isGivenUp).toBe(true);
  });

  test('lets nothing run on', async () => {
    await bothTalk();
    host.call.hangUp();
    guest.call.hangUp();
    await time.pass(20_000);
    expect(time.waiting).toBe(0);
    expect(guest.connections.every(({ isClosed }) => isClosed)).toBe(true);
  });

  test('and coming back is a new call', async () => {
    await bothTalk();
    guest.call.hangUp();
    await time.pass(1_000);
    const again = await Party.of('guest', service, time);
    again.call.start();
    await time.pass(2_000);
    expect([host.phase, again.phase]).toEqual(['Connected', 'Connected']);
  });

  test('with the page is said once, without waiting', async () => {
    await bothTalk();
    guest.call.goneWithThePage();
    await time.pass(100);
    expect(service.present).toEqual(['host']);
  });
});

test('muting reaches the microphone, also before the call', async () => {
  host.local.mute(true);
  host.call.start();
  await time.pass(100);
  expect(host.local.state.tracks.audio?.enabled).toBe(false);
  host.call.mute(false);
  expect(host.local.state.tracks.audio?.enabled).toBe(true);
});
