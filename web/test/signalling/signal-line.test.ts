import { beforeEach, describe, expect, test } from 'vitest';
import { ok, type Result, unreachable } from '../../src/core/result';
import { type LineEvent, SignalLine } from '../../src/core/signalling/signal-line';
import type { SocketEvents } from '../../src/core/signalling/socket';
import { FakeTime, settled } from '../support/fake-time';
import { seat } from '../support/seats';

const SEAT = seat('s1');
const MEDIA = { connected: true, bytes_sent: 1, bytes_received: 2 };

/** Sockets that do what a test says. */
class Sockets {
  readonly paths: string[] = [];
  readonly sent: unknown[] = [];
  readonly events: SocketEvents[] = [];
  closed = 0;

  readonly open = (path: string, events: SocketEvents) => {
    this.paths.push(path);
    this.events.push(events);
    return {
      send: (text: string) => this.sent.push(JSON.parse(text)),
      close: () => {
        this.closed += 1;
      },
    };
  };

  say(frame: object): void {
    this.events.at(-1)?.received(JSON.stringify(frame));
  }

  cut(code = 1006): void {
    this.events.at(-1)?.closed(code);
  }
}

let time: FakeTime;
let sockets: Sockets;
let told: LineEvent[];
let tickets: Result<{ ticket: string }>;
let line: SignalLine;

const OPENED = { type: 'opened', now_ms: 1, ends_ms: 2 };

beforeEach(async () => {
  time = new FakeTime();
  sockets = new Sockets();
  told = [];
  tickets = ok({ ticket: 'once' });
  const tell = (event: LineEvent) => told.push(event);
  line = new SignalLine('7', SEAT, async () => tickets, sockets.open, time, tell);
  await settled();
});

async function opened(): Promise<void> {
  sockets.say(OPENED);
  await settled();
}

describe('opening', () => {
  test('names the seat and the ticket', () => {
    expect(sockets.paths).toEqual(['/session/7/signal?connection=s1&ticket=once']);
  });

  test('takes a new ticket at once after a cut, then with growing pauses', async () => {
    await opened();
    const pauses: number[] = [];
    for (let i = 0; i < 7; i++) {
      const cutAtMs = time.nowMs();
      const before = sockets.paths.length;
      sockets.cut();
      while (sockets.paths.length === before) {
        await time.pass(100);
      }
      pauses.push(time.nowMs() - cutAtMs);
    }
    expect(pauses).toEqual([100, 500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  test('gives up a socket that never says that it is open', async () => {
    await time.pass(5_000);
    expect(sockets.closed).toBe(1);
    await time.pass(1_000);
    expect(sockets.paths).toHaveLength(2);
  });

  test('waits where there is no ticket', async () => {
    await opened();
    tickets = unreachable('no line');
    sockets.cut();
    await time.pass(3_000);
    expect(sockets.paths).toHaveLength(1);
    tickets = ok({ ticket: 'twice' });
    await time.pass(8_000);
    expect(sockets.paths).toHaveLength(2);
  });

  test.each([1009, 4007, 4008])('is penitent after %i', async (code) => {
    await opened();
    sockets.cut(code);
    await time.pass(4_900);
    expect(sockets.paths).toHaveLength(1);
    await time.pass(200);
    expect(sockets.paths).toHaveLength(2);
  });

  test.each([4001, 4002])('is not tried again after %i', async (code) => {
    await opened();
    sockets.cut(code);
    await time.pass(60_000);
    expect(sockets.paths).toHaveLength(1);
    expect(time.waiting).toBe(0);
  });
});

describe('the peer', () => {
  test('that joined anew while the line was cut has left first', async () => {
    await opened();
    sockets.say({ type: 'peer_joined', connection_id: 'p1' });
    sockets.cut();
    await time.pass(0);
    await opened();
    sockets.say({ type: 'peer_joined', connection_id: 'p2' });
    expect(told).toEqual([{ on: 'peer-joined' }, { on: 'peer-left' }, { on: 'peer-joined' }]);
  });

  test('that is back with its seat is the same', async () => {
    await opened();
    sockets.say({ type: 'peer_joined', connection_id: 'p1' });
    sockets.say({ type: 'peer_reconnecting' });
    sockets.say({ type: 'peer_joined', connection_id: 'p1' });
    expect(told.map(({ on }) => on)).toEqual(['peer-joined', 'peer-reconnecting', 'peer-joined']);
  });

  test('is told what is sent while the socket is open, and nothing before', async () => {
    line.send({ type: 'restart' });
    await opened();
    line.send({ type: 'bye' });
    expect(sockets.sent).toEqual([{ type: 'bye' }]);
  });
});

describe('heartbeats', () => {
  test('go over the socket while it is open', async () => {
    expect(await line.heartbeat(MEDIA)).toBeUndefined();
    await opened();
    const answer = line.heartbeat(MEDIA);
    sockets.say({ type: 'heartbeat_ok', now_ms: 9 });
    expect(await answer).toEqual(ok(9));
    expect(sockets.sent).toEqual([{ type: 'heartbeat', media: MEDIA }]);
  });

  test('that nobody answers show that the socket is dead', async () => {
    await opened();
    const answer = line.heartbeat(MEDIA);
    await time.pass(2_000);
    expect(await answer).toBeUndefined();
    expect(sockets.closed).toBe(1);
    await time.pass(0);
    expect(sockets.paths).toHaveLength(2);
  });

  test('under way when the line is cut are not waited for', async () => {
    await opened();
    const answer = line.heartbeat(MEDIA);
    sockets.cut();
    expect(await answer).toBeUndefined();
  });
});

test('tells that the seat is over, and opens no more', async () => {
  await opened();
  sockets.say({ type: 'seat_over', error: 'connection_replaced' });
  expect(told).toEqual([{ on: 'seat-over', seat: SEAT, code: 'connection_replaced' }]);
  await time.pass(60_000);
  expect(sockets.paths).toHaveLength(1);
});

test('hears nothing any more once it is closed', async () => {
  await opened();
  line.close();
  sockets.say({ type: 'peer_left' });
  sockets.cut();
  await time.pass(60_000);
  expect(told).toEqual([]);
  expect(sockets.paths).toHaveLength(1);
  expect(time.waiting).toBe(0);
});
