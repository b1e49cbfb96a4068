import { beforeEach, describe, expect, test } from 'vitest';
import { Exchange } from '../src/core/api/exchange';
import { keep, takeKept } from '../src/core/app/kept';
import type { LocalMedia } from '../src/core/media/local-media';
import { Room } from '../src/core/room/room';
import { FakeConnection } from './support/fake-connection';
import { FakeDevices, localMedia } from './support/fake-devices';
import { FakeService } from './support/fake-service';
import { FakeStorage } from './support/fake-storage';
import { FakeTime } from './support/fake-time';
import { FakeWallet } from './support/fake-wallet';

let time: FakeTime;
let service: FakeService;
let devices: FakeDevices;
let local: LocalMedia;

beforeEach(() => {
  devices = new FakeDevices();
  local = localMedia(devices);
  time = new FakeTime();
  service = new FakeService(time);
});

const openRoom = (bookingId = '7'): Room =>
  new Room({
    bookingId,
    domain: FakeService.DOMAIN,
    exchange: new Exchange(service.transport, time),
    local,
    openConnection: () => new FakeConnection('me').asConnection,
    openSocket: service.openSocket,
    clock: time,
  });

async function signedIn(wallet = new FakeWallet(FakeService.GUEST)): Promise<Room> {
  const room = openRoom();
  await room.load(undefined);
  await room.signIn(async () => wallet);
  return room;
}

test('reads what everybody may before anybody signs in', async () => {
  const room = openRoom();
  await room.load(undefined);
  expect(room.state).toMatchObject({ step: 'sign-in', booking: { guest: FakeService.GUEST } });
});

test('says so where the service does not answer', async () => {
  service.isAway = true;
  const room = openRoom();
  const loading = room.load(undefined);
  await time.pass(10_000);
  await loading;
  expect(room.state).toMatchObject({ step: 'failed', problem: 'unreachable' });
});

describe('signing in', () => {
  test('leads a party to its devices', async () => {
    expect((await signedIn()).state).toMatchObject({ step: 'devices', role: 'guest' });
  });

  test('leads nobody else there', async () => {
    const stranger = new FakeWallet('0x0000000000000000000000000000000000000001');
    expect((await signedIn(stranger)).state).toMatchObject({
      step: 'sign-in',
      problem: 'not_a_participant',
    });
  });

  test('can be tried again after the wallet said no', async () => {
    const wallet = new FakeWallet(FakeService.GUEST);
    wallet.saysNo = true;
    const room = await signedIn(wallet);
    expect(room.state).toMatchObject({ step: 'sign-in', problem: 'wallet_refused', isBusy: false });
    wallet.saysNo = false;
    await room.signIn(async () => wallet);
    expect(room.state).toMatchObject({ step: 'devices', problem: '' });
  });
});

describe('a call', () => {
  test('shows how the session stands soon, then every half minute', async () => {
    const room = await signedIn();
    room.join();
    await time.pass(3_000);
    expect(room.state.standing).toMatchObject({ role: 'guest', counted: true });
    const asked = () => service.asked.filter((request) => request.endsWith('/standing')).length;
    const before = asked();
    await time.pass(90_000);
    expect(asked() - before).toBe(3);
  });

  test('can be left, which closes the microphone, and come back to', async () => {
    const room = await signedIn();
    await local.openMicrophone();
    room.join();
    await time.pass(1_000);
    room.state.call?.hangUp();
    await time.pass(1_000);
    expect(room.state.call?.state.phase.name).toBe('Ended');
    expect(devices.stopped).toEqual(['audio-1']);
    room.back();
    expect(room.state).toMatchObject({ step: 'devices' });
    room.join();
    await time.pass(1_000);
    expect(service.present).toEqual(['guest']);
  });
});

describe('a reload', () => {
  test('in a call leaves, and joins anew without a signature', async () => {
    const wallet = new FakeWallet(FakeService.GUEST);
    const room = await signedIn(wallet);
    room.join();
    await time.pass(1_000);
    const kept = room.goneWithThePage();
    const reloaded = openRoom();
    const steps = new Set<string>();
    reloaded.subscribe(() => steps.add(reloaded.state.step));
    await reloaded.load(kept);
    await time.pass(1_000);
    expect(steps).not.toContain('sign-in');
    expect(reloaded.state).toMatchObject({ step: 'call', role: 'guest' });
    expect(reloaded.state.call?.state.isPresent).toBe(true);
    expect(wallet.signed).toHaveLength(1);
  });

  test('after leaving goes back to the devices alone', async () => {
    const room = await signedIn();
    room.join();
    await time.pass(1_000);
    room.state.call?.hangUp();
    await time.pass(1_000);
    const reloaded = openRoom();
    await reloaded.load(room.goneWithThePage());
    expect(reloaded.state).toMatchObject({ step: 'devices' });
    expect(reloaded.state.call).toBeUndefined();
  });

  test('with a sign-in that has ended asks to sign in', async () => {
    const signIn = { wallet: FakeService.GUEST, refresh: 'old' };
    const reloaded = openRoom();
    await reloaded.load({ signIn, call: { bookingId: '7', inCall: true, relayOnly: false } });
    expect(reloaded.state).toMatchObject({ step: 'sign-in', problem: 'refresh_invalid' });
  });
});

describe('what a page keeps', () => {
  const kept = {
    signIn: { wallet: FakeService.GUEST, refresh: 'r' },
    account: { kind: 'dev', name: 'guest-2', address: FakeService.GUEST },
    call: { bookingId: '7', inCall: true, relayOnly: false },
  } as const;

  test('is read once', () => {
    const storage = new FakeStorage();
    keep(storage, kept);
    expect(takeKept(storage)).toEqual(kept);
    expect(takeKept(storage)).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  test('signs in at another booking’s page, which joins nothing', async () => {
    const room = await signedIn();
    room.join();
    await time.pass(1_000);
    const left = room.goneWithThePage();
    const other = openRoom('8');
    await other.load(left);
    expect(other.state).toMatchObject({ step: 'devices', role: 'guest' });
    expect(other.goneWithThePage()?.account).toEqual(left?.account);
  });

  test('is nothing where somebody else wrote it', () => {
    const storage = new FakeStorage();
    storage.setItem('session-settlement', '{"signIn":7}');
    expect(takeKept(storage)).toBeUndefined();
  });
});
