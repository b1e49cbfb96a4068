import type { Joined } from '../api/joined';
import type { Result } from '../result';
import { isLost, isSameSeat, SILENCE, wait } from './seat-words';
import { andThen, type CallState, type Step, step, withPresence, withSeat } from './state';
import { TIMES } from './times';

/** Stops wanting the seat; a join under way is left once it has arrived. */
export function giveUp(state: CallState): Step {
  const unwanted = withPresence(state, { wanted: false });
  const { seat } = state.presence;
  if (seat.kind === 'held') {
    return andThen(step(unwanted, SILENCE), (now) => leave(now, seat.joined));
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

export function leaveAnswered(state: CallState, of: Joined, answer: Result<unknown>): Step {
  const { seat } = state.presence;
  if (seat.kind !== 'leaving' || !seat.asked || !isSameSeat(seat.joined, of)) {
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
