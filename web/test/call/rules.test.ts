import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/core/call/effect';
import type { CallEvent } from '../../src/core/call/event';
import { next } from '../../src/core/call/rules';
import { IDLE, phaseOf } from '../../src/core/call/state';
import { TIMES } from '../../src/core/call/times';
import { ok, refused, unreachable } from '../../src/core/result';
import { seat } from '../support/seats';

const HOST = seat('h1', 'host');
const GUEST = seat('g1', 'guest');

/** What a history leads to: the last state, and what the last event brought about. */
function played(...events: CallEvent[]) {
  let state = IDLE;
  let effects: readonly Effect[] = [];
  for (const event of events) {
    ({ state, effects } = next(state, event));
  }
  return { phase: phaseOf(state), presence: state.presence, talk: state.talk, effects };
}

const START: CallEvent = { on: 'start' };
const AS_HOST: CallEvent[] = [START, { on: 'join-answered', answer: ok(HOST) }];
const AS_GUEST: CallEvent[] = [START, { on: 'join-answered', answer: ok(GUEST) }];
const PEER: CallEvent = { on: 'peer-joined' };
const TALKING: CallEvent[] = [...AS_HOST, PEER, { on: 'media-up' }];

describe('joining', () => {
  test('waits while it is too early, and says why', () => {
    const early = played(START, { on: 'join-answered', answer: refused(409, 'too_early_to_join') });
    expect(early.phase).toEqual({ name: 'Joining' });
    expect(early.presence.seat).toMatchObject({ kind: 'asked', why: 'too_early_to_join' });
    expect(early.effects).toEqual([{ do: 'wait', timer: 'join', millis: TIMES.tooEarlyPauseMs }]);
  });

  test('asks again when the service was away', () => {
    const away: CallEvent = { on: 'join-answered', answer: unreachable('no line') };
    const again = played(START, away, { on: 'time-is-up', timer: 'join' });
    expect(again.effects).toEqual([{ do: 'join' }]);
  });

  test('fails where the service lets this wallet not in', () => {
    const answer = refused(403, 'not_a_participant');
    const refusedOne = played(START, { on: 'join-answered', answer });
    expect(refusedOne.phase).toMatchObject({ name: 'Failed', reason: 'REFUSED' });
    expect(refusedOne.presence.seat).toEqual({ kind: 'over' });
  });

  test('gives up after as many attempts as there may be', () => {
    const away: CallEvent = { on: 'join-answered', answer: unreachable('no line') };
    const tries = Array.from({ length: TIMES.joinTries - 1 }, (): CallEvent[] => [
      away,
      { on: 'time-is-up', timer: 'join' },
    ]).flat();
    expect(played(START, ...tries).phase.name).toBe('Joining');
    expect(played(START, ...tries, away).phase).toMatchObject({
      name: 'Failed',
      reason: 'NO_SEAT',
    });
  });

  test('leaves a seat that arrives when it is no longer wanted', () => {
    const late = played(START, { on: 'hang-up' }, { on: 'join-answered', answer: ok(HOST) });
    expect(late.effects).toContainEqual({ do: 'leave', seat: HOST });
  });
});

describe('the peer', () => {
  test('is offered to by the host alone', () => {
    expect(played(...AS_HOST, PEER).effects).toContainEqual({
      do: 'make-offer',
      id: { connection_id: 'h1', number: 1 },
      iceRestart: false,
    });
    expect(played(...AS_GUEST, PEER).effects).toEqual([
      { do: 'wait', timer: 'media', millis: TIMES.politePatienceMs },
    ]);
  });

  test('hangs up and takes nobody else’s presence', () => {
    const bye = played(...TALKING, { on: 'received', signal: { type: 'bye' } });
    expect(bye.phase).toEqual({ name: 'WaitingForPeer' });
    expect(bye.presence.seat.kind).toBe('held');
  });

  test('may lose its socket while media flow', () => {
    expect(played(...TALKING, { on: 'peer-reconnecting' }).phase.name).toBe('Connected');
    expect(played(...TALKING, { on: 'media-down' }).phase.name).toBe('Reconnecting');
  });

  test('that cannot be reached fails the call but not the presence', () => {
    const tries = Array.from(
      { length: TIMES.offerTries + 1 },
      (): CallEvent => ({
        on: 'time-is-up',
        timer: 'media',
      }),
    );
    const failed = played(...AS_HOST, PEER, ...tries);
    expect(failed.phase).toMatchObject({ name: 'Failed', reason: 'MEDIA' });
    expect(failed.presence.seat.kind).toBe('held');
    const beat = played(...AS_HOST, PEER, ...tries, { on: 'time-is-up', timer: 'heartbeat' });
    expect(beat.effects).toContainEqual({ do: 'beat', seat: HOST });
  });
});

describe('the seat', () => {
  const lost: CallEvent = { on: 'beat-answered', seat: HOST, answer: refused(409, 'lease_over') };

  test('is asked for again when its lease ran out', () => {
    expect(played(...TALKING, lost).effects).toContainEqual({ do: 'join' });
  });

  test('is given to the newer device at once', () => {
    const taken: CallEvent = { on: 'seat-over', seat: HOST, code: 'connection_replaced' };
    expect(played(...TALKING, taken).phase).toMatchObject({ name: 'Failed', reason: 'SEAT_TAKEN' });
    const overHttp = refused(409, 'connection_replaced');
    const heard = played(...TALKING, { on: 'beat-answered', seat: HOST, answer: overHttp });
    expect(heard.phase).toMatchObject({ name: 'Failed', reason: 'SEAT_TAKEN' });
    expect(heard.effects).not.toContainEqual({ do: 'join' });
  });

  test('that was left elsewhere is not taken anew', () => {
    const left = played(...TALKING, { on: 'seat-over', seat: HOST, code: 'left' });
    expect(left.phase).toEqual({ name: 'Ended', reason: 'HUNG_UP' });
    expect(left.presence.seat).toEqual({ kind: 'over' });
  });

  test('of an older connection says nothing about this one', () => {
    const other = played(...TALKING, { on: 'seat-over', seat: seat('old'), code: 'lease_over' });
    expect(other.phase.name).toBe('Connected');
    expect(other.effects).toEqual([]);
  });

  test('beats soon again after a silence', () => {
    const silent = unreachable('no line');
    expect(played(...TALKING, { on: 'beat-answered', seat: HOST, answer: silent }).effects).toEqual(
      [{ do: 'wait', timer: 'heartbeat', millis: TIMES.silencePauseMs }],
    );
  });

  test('is left again and again until the service knows or the lease has ended', () => {
    const left: CallEvent[] = [...TALKING, { on: 'hang-up' }];
    const unheard: CallEvent = { on: 'leave-answered', seat: HOST, answer: unreachable('no line') };
    expect(played(...left).effects).toContainEqual({ do: 'send', signal: { type: 'bye' } });
    expect(played(...left, unheard, { on: 'time-is-up', timer: 'leave' }).effects).toEqual([
      { do: 'leave', seat: HOST },
    ]);
    const known: CallEvent = { on: 'leave-answered', seat: HOST, answer: ok(1) };
    expect(played(...left, known).presence.seat).toEqual({ kind: 'over' });
    const ended = played(...left, unheard, { on: 'time-is-up', timer: 'lease' });
    expect(ended.presence.seat).toEqual({ kind: 'over' });
  });
});

test('the session’s end ends the call and leaves', () => {
  const over = played(...TALKING, { on: 'session-over' });
  expect(over.phase).toEqual({ name: 'Ended', reason: 'SESSION_OVER' });
  expect(over.effects).toContainEqual({ do: 'leave', seat: HOST });
});
