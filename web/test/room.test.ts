import { beforeEach, describe, expect, test } from 'vitest';
import { Exchange } from '../src/core/api/exchange';
import type { LocalMedia } from '../src/core/media/local-media';
import { keep, takeKept } from '../src/core/room/kept';
import { Room } from '../src/core/room/room';
import { FakeConnection } from './support/fake-connection';
import { FakeDevices, localMedia } from './support/fake-devices';
import { FakeService } from './support/fake-service';
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

const openRoom = (): Room =>
  new Room({
    bookingId: '7',
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
    await reloaded.load({ bookingId: '7', signIn, inCall: true, relayOnly: false });
    expect(reloaded.state).toMatchObject({ step: 'sign-in', problem: 'refresh_invalid' });
  });
});

describe('what a page keeps', () => {
  const kept = {
    bookingId: '7',
    signIn: { wallet: FakeService.GUEST, refresh: 'r' },
    inCall: true,
    relayOnly: false,
  };

  test('is read once, and by the page of that booking', () => {
    const storage = new FakeStorage();
    keep(storage, kept);
    expect(takeKept(storage, '7')).toEqual(kept);
    expect(takeKept(storage, '7')).toBeUndefined();
    keep(storage, kept);
    expect(takeKept(storage, '8')).toBeUndefined();
    expect(storage.length).toBe(0);
  });

  test('is nothing where somebody else wrote it', () => {
    const storage = new FakeStorage();
    storage.setItem('session-settlement', '{"bookingId":7}');
    expect(takeKept(storage, '7')).toBeUndefined();
  });
});

class FakeStorage implements Storage {
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  clear(): void {
    this.items.clear();
  }

  key(): string | null {
    return null;
  }

  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    this.items.set(name, value);
  }

  removeItem(name: string): void {
    this.items.delete(name);
  }
}
