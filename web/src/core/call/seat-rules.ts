import type { Joined } from '../api/joined';
import type { Result } from '../result';
import type { Effect } from './effect';
import { end } from './endings';
import type { SeatEvent } from './event';
import { joinAnswered } from './join-answers';
import { type CallState, type Seat, type Step, step, then, withPresence, withSeat } from './state';
import { TIMES } from './times';

type Held = Seat & { kind: 'held' };

const SILENCE: Effect = { do: 'wait-no-more', timer: 'heartbeat' };

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
  if (seat.kind === 'held' && isSame(seat.joined, of)) {
    return isLost(answer) ? lost(state, seat, codeOf(answer)) : kept(state, seat, answer);
  }
  if (seat.kind === 'leaving' && isSame(seat.joined, of)) {
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
  if (seat.kind === 'held' && isSame(seat.joined, of)) {
    return lost(state, seat, code);
  }
  return seat.kind === 'leaving' && isSame(seat.joined, of) ? leaseRanOut(state) : step(state);
}

/** Where the wallet has joined elsewhere the newer one keeps the seat: two would fight for it. */
function lost(state: CallState, seat: Held, code: string): Step {
  const quick = seat.beats < TIMES.steadyBeats;
  const quickLosses = quick ? state.presence.quickLosses + 1 : 0;
  const counted = withPresence(state, { quickLosses });
  if (code !== 'connection_replaced' && quickLosses < TIMES.quickLosses) {
    return then(step(counted, SILENCE), (now) => ask(now, 1));
  }
  return then(step(withSeat(counted, { kind: 'over' }), SILENCE), (now) =>
    end(now, { name: 'Failed', reason: 'SEAT_TAKEN', detail: code }),
  );
}

/** Stops wanting the seat; a join under way is left once it has arrived. */
export function giveUp(state: CallState): Step {
  const unwanted = withPresence(state, { wanted: false });
  const { seat } = state.presence;
  if (seat.kind === 'held') {
    return then(step(unwanted, SILENCE), (now) => leave(now, seat.joined));
  }
  if (seat.kind === 'asked' && !seat.asked) {
    return step(withSeat(unwanted, { kind: 'over' }), { do: 'wait-no-more', timer: 'join' });
  }
  return step(seat.kind === 'none' ? withSeat(unwanted, { kind: 'over' }) : unwanted);
}

export const leave = (state: CallState, seat: Joined): Step =>
  step(
    withSeat(state, { kind: 'leaving', joined: seat, asked: true }),
    wait('lease', seat.lease_ms),
    { do: 'leave', seat },
  );

function leaveAnswered(state: CallState, of: Joined, answer: Result<unknown>): Step {
  const { seat } = state.presence;
  if (seat.kind !== 'leaving' || !seat.asked || !isSame(seat.joined, of)) {
    return step(state);
  }
  return answer.kind === 'ok' || isLost(answer)
    ? leaseRanOut(state)
    : step(withSeat(state, { ...seat, asked: false }), wait('leave', TIMES.leavePauseMs));
}

export function leaveAgain(state: CallState): Step {
  const { seat } = state.presence;
  return seat.kind === 'leaving' && !seat.asked
    ? step(withSeat(state, { ...seat, asked: true }), { do: 'leave', seat: seat.joined })
    : step(state);
}

/** The service has ended the seat, by our leave or by itself. */
export const leaseRanOut = (state: CallState): Step =>
  state.presence.seat.kind === 'leaving'
    ? step(
        withSeat(state, { kind: 'over' }),
        { do: 'wait-no-more', timer: 'leave' },
        { do: 'wait-no-more', timer: 'lease' },
      )
    : step(state);

const LOST = ['lease_over', 'connection_replaced', 'left', 'connection_not_found'];

const codeOf = (answer: Result<unknown>): string => (answer.kind === 'refused' ? answer.code : '');

const isLost = (answer: Result<unknown>): boolean => LOST.includes(codeOf(answer));

const isSame = (a: Joined, b: Joined): boolean => a.connection_id === b.connection_id;

const wait = (timer: (Effect & { do: 'wait' })['timer'], millis: number): Effect => ({
  do: 'wait',
  timer,
  millis,
});
