import type { Joined } from '../api/joined';
import type { Result } from '../result';
import type { Effect } from './effect';
import { end } from './endings';
import type { SeatEvent } from './event';
import { joinAnswered } from './join-answers';
import type { Outcome } from './phase';
import { leaseRanOut, leaveAnswered } from './seat-leaving';
import { codeOf, isLost, isSameSeat, SILENCE, wait } from './seat-words';
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
    return isLost(answer) ? lost(state, seat, codeOf(answer)) : kept(state, seat, answer);
  }
  if (seat.kind === 'leaving' && isSameSeat(seat.joined, of)) {
    // It may have reached the service after the leave was first tried, and renewed the lease.
    return isLost(answer) ? leaseRanOut(state) : step(state, wait('lease', of.lease_ms));
  }
  return step(state);
}

function kept(state: CallState, seat: Held, answer: Result<unknown>): Step {
  const beats = seat.beats + (answer.kind === 'ok' ? 1 : 0);
  const reachable = answer.kind !== 'unreachable';
  const now = withPresence(state, {
    seat: { ...seat, beating: false, beats },
    reachable,
    ...(beats >= TIMES.steadyBeats && { quickLosses: 0 }),
  });
  return reachable ? step(now) : step(now, soonAgain(seat.joined));
}

/** An outage that ends just inside the lease must not cost the seat. */
const soonAgain = (seat: Joined): Effect =>
  wait('heartbeat', Math.min(TIMES.silencePauseMs, seat.heartbeat_every_ms));

function seatOver(state: CallState, of: Joined, code: string): Step {
  const { seat } = state.presence;
  if (seat.kind === 'held' && isSameSeat(seat.joined, of)) {
    return lost(state, seat, code);
  }
  return seat.kind === 'leaving' && isSameSeat(seat.joined, of) ? leaseRanOut(state) : step(state);
}

function lost(state: CallState, seat: Held, code: string): Step {
  const quick = seat.beats < TIMES.steadyBeats;
  const quickLosses = quick ? state.presence.quickLosses + 1 : 0;
  const counted = withPresence(state, { quickLosses });
  const outcome = outcomeOf(code, quickLosses);
  return outcome
    ? andThen(step(withSeat(counted, { kind: 'over' }), SILENCE), (now) => end(now, outcome))
    : andThen(step(counted, SILENCE), (now) => ask(now, 1));
}

/** None where the seat is to be taken anew; of two devices that both did that neither would rest. */
function outcomeOf(code: string, quickLosses: number): Outcome | undefined {
  if (code === 'left') {
    return { name: 'Ended', reason: 'HUNG_UP' };
  }
  const isTaken = code === 'connection_replaced' || quickLosses >= TIMES.quickLosses;
  return isTaken ? { name: 'Failed', reason: 'SEAT_TAKEN', detail: code } : undefined;
}
