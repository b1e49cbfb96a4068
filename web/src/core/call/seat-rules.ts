import type { Joined } from '../api/joined';
import type { Result } from '../result';
import type { Effect } from './effect';
import type { SeatEvent } from './event';
import { joinAnswered, later, without } from './join-answers';
import { leaseRanOut, leaveAnswered } from './seat-leaving';
import { codeOf, isGone, isLost, isOver, isSameSeat, SILENCE, wait } from './seat-words';
import {
  andThen,
  type CallState,
  type Seat,
  type Step,
  step,
  withPresence,
  withSeat,
} from './state';
import { TIMES } from './times';

type Held = Seat & { kind: 'held' };

/** The seat: asked for, kept, asked for again when lost, given up. */
export function seatNext(state: CallState, event: SeatEvent): Step {
  switch (event.on) {
    case 'join-answered':
      return joinAnswered(state, event.answer);
    case 'beat-answered':
      return beatAnswered(state, event.seat, event.answer);
    case 'leave-answered':
      return leaveAnswered(state, event.seat, event.answer);
    case 'seat-over':
      return seatOver(state, event.seat, event.code);
  }
}

export const ask = (state: CallState, tries: number, why = ''): Step =>
  step(withSeat(state, { kind: 'asked', tries, asked: true, why }), { do: 'join' });

export function askAgain(state: CallState): Step {
  const { seat } = state.presence;
  return seat.kind === 'asked' && !seat.asked ? ask(state, seat.tries + 1, seat.why) : step(state);
}

/** A heartbeat that is still unanswered is not overtaken by the next. */
export function beat(state: CallState): Step {
  const { seat } = state.presence;
  if (seat.kind !== 'held') {
    return step(state);
  }
  const next = wait('heartbeat', seat.joined.heartbeat_every_ms);
  return seat.beating
    ? step(state, next)
    : step(withSeat(state, { ...seat, beating: true }), { do: 'beat', seat: seat.joined }, next);
}

function beatAnswered(state: CallState, of: Joined, answer: Result<unknown>): Step {
  const { seat } = state.presence;
  if (seat.kind === 'held' && isSameSeat(seat.joined, of)) {
    return ended(state, seat, codeOf(answer)) ?? kept(state, seat, answer);
  }
  if (seat.kind === 'leaving' && isSameSeat(seat.joined, of)) {
    // It may have reached the service after the leave was first tried, and renewed the lease.
    return isOver(answer) ? leaseRanOut(state) : step(state, wait('lease', of.lease_ms));
  }
  return step(state);
}

function kept(state: CallState, seat: Held, answer: Result<unknown>): Step {
  const tries = answer.kind === 'ok' ? 0 : seat.tries;
  const reachable = answer.kind !== 'unreachable';
  const now = withPresence(state, { seat: { ...seat, beating: false, tries }, reachable });
  return reachable ? step(now) : step(now, soonAgain(seat.joined));
}

/** An outage that ends just inside the lease must not cost the seat. */
const soonAgain = (seat: Joined): Effect =>
  wait('heartbeat', Math.min(TIMES.silencePauseMs, seat.heartbeat_every_ms));

function seatOver(state: CallState, of: Joined, code: string): Step {
  const { seat } = state.presence;
  if (seat.kind === 'held' && isSameSeat(seat.joined, of)) {
    return ended(state, seat, code) ?? lost(state, seat, code);
  }
  return seat.kind === 'leaving' && isSameSeat(seat.joined, of) ? leaseRanOut(state) : step(state);
}

function ended(state: CallState, seat: Held, code: string): Step | undefined {
  if (isLost(code)) {
    return lost(state, seat, code);
  }
  return isGone(code) ? gone(state, code) : undefined;
}

/** Joins anew, at once unless the seat was lost before it lasted to a heartbeat. */
const lost = (state: CallState, seat: Held, code: string): Step =>
  andThen(step(state, SILENCE), (now) =>
    seat.tries === 0 ? ask(now, 1) : later(now, seat.tries, TIMES.joinPauseMs, code),
  );

/** It is another device's now, or nobody's: two devices of a wallet do not fight for it. */
const gone = (state: CallState, code: string): Step =>
  andThen(step(state, SILENCE), (now) =>
    without(
      now,
      code === 'left'
        ? { name: 'Ended', reason: 'HUNG_UP' }
        : { name: 'Failed', reason: 'SEAT_TAKEN', detail: code },
    ),
  );
