import type { Joined } from '../api/joined';
import type { Refused, Result } from '../result';
import { end } from './endings';
import { hasSeat, ofSeat } from './negotiation';
import type { Outcome } from './phase';
import { leave } from './seat-leaving';
import {
  alone,
  andThen,
  type CallState,
  type Seat,
  type Step,
  step,
  withPresence,
  withSeat,
} from './state';
import { TIMES } from './times';

type Asked = Seat & { kind: 'asked' };

const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** What the service's answer to a join leads to. */
export function joinAnswered(state: CallState, answer: Result<Joined>): Step {
  const { seat, wanted } = state.presence;
  if (seat.kind !== 'asked' || !seat.asked) {
    return step(state);
  }
  if (answer.kind === 'ok') {
    return wanted ? joined(state, answer.value) : leave(state, answer.value);
  }
  if (!wanted) {
    return step(withSeat(state, { kind: 'over' }));
  }
  return answer.kind === 'refused'
    ? refused(state, seat, answer)
    : later(state, seat, TIMES.joinPauseMs, 'unreachable');
}

function joined(state: CallState, seat: Joined): Step {
  const present = step(
    withPresence(state, {
      seat: { kind: 'held', joined: seat, beating: false, beats: 0 },
      reachable: true,
    }),
    { do: 'wait', timer: 'heartbeat', millis: seat.heartbeat_every_ms },
  );
  return state.outcome ? present : andThen(present, (now) => talk(now, seat));
}

/** One connection of media belongs to one pair of seats: with a new seat it starts anew. */
function talk(state: CallState, seat: Joined): Step {
  const first = !hasSeat(state.talk.negotiation);
  return step(
    alone(state, ofSeat(seat.role === 'guest', seat.connection_id)),
    { do: first ? 'start-media' : 'reset-media', seat },
    { do: 'open-signalling', seat },
  );
}

function refused(state: CallState, seat: Asked, answer: Refused): Step {
  if (answer.code === 'too_early_to_join') {
    return later(state, seat, TIMES.tooEarlyPauseMs, answer.code);
  }
  if (answer.status >= SERVER_ERROR || answer.status === TOO_MANY_REQUESTS) {
    return later(state, seat, TIMES.joinPauseMs, answer.code);
  }
  return without(
    state,
    answer.code === 'session_over'
      ? { name: 'Ended', reason: 'SESSION_OVER' }
      : { name: 'Failed', reason: 'REFUSED', detail: answer.code },
  );
}

function later(state: CallState, seat: Asked, millis: number, why: string): Step {
  return seat.tries >= TIMES.joinTries
    ? without(state, { name: 'Failed', reason: 'NO_SEAT', detail: why })
    : step(withSeat(state, { ...seat, asked: false, why }), { do: 'wait', timer: 'join', millis });
}

const without = (state: CallState, outcome: Outcome): Step =>
  end(withSeat(state, { kind: 'over' }), outcome);
