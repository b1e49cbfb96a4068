import { fresh } from './negotiation';
import type { Outcome } from './phase';
import { giveUp } from './seat-leaving';
import { alone, andThen, type CallState, type Step, step } from './state';

/** Ends the call and gives the seat up. */
export const end = (state: CallState, outcome: Outcome): Step =>
  andThen(hangUp(state, outcome), giveUp);

/** Ends the call but not the presence: a failed call never forces a payout. */
export const mediaFailed = (state: CallState, detail: string): Step =>
  hangUp(state, { name: 'Failed', reason: 'MEDIA', detail });

function hangUp(state: CallState, outcome: Outcome): Step {
  if (state.outcome) {
    return step(state);
  }
  return andThen(sayBye({ ...state, outcome }), (now) =>
    step(
      alone(now, fresh(now.talk.negotiation)),
      { do: 'close-signalling' },
      { do: 'close-media' },
    ),
  );
}

const sayBye = (state: CallState): Step =>
  state.talk.peer === 'absent' ? step(state) : step(state, { do: 'send', signal: { type: 'bye' } });
