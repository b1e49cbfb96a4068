import { mediaFailed } from './endings';
import { offerAnew } from './negotiation';
import { andThen, type CallState, isUnsettled, type Step, step, withTalk } from './state';
import { move } from './talk-rules';
import { TIMES } from './times';

/** Keeps the media timer running exactly while something is unsettled. */
export function adjust(state: CallState): Step {
  const { talk } = state;
  const needed = !state.outcome && isUnsettled(talk);
  if (needed === talk.watched) {
    return step(state);
  }
  const millis = talk.negotiation.polite ? TIMES.politePatienceMs : TIMES.impolitePatienceMs;
  return step(
    withTalk(state, { watched: needed }),
    needed ? { do: 'wait', timer: 'media', millis } : { do: 'wait-no-more', timer: 'media' },
  );
}

/** Media that do not flow, or an offer without an answer, are tried again. */
export function mediaTimeIsUp(state: CallState): Step {
  if (state.outcome || !isUnsettled(state.talk)) {
    return step(state);
  }
  if (!isInTouch(state)) {
    return again(state);
  }
  const tries = state.talk.tries + (state.talk.link === 'up' ? 0 : 1);
  return tries > TIMES.offerTries
    ? mediaFailed(state, 'no way to the peer was found')
    : andThen(tryAgain(withTalk(state, { tries })), again);
}

/** Tries count only while a signal could arrive. */
const isInTouch = ({ presence, talk }: CallState): boolean =>
  presence.seat.kind === 'held' && presence.reachable && talk.peer === 'there';

/** The polite side asks once before it offers itself: so offers seldom meet. */
function tryAgain(state: CallState): Step {
  const { negotiation, tries, link } = state.talk;
  return negotiation.polite && tries === 1
    ? step(state, { do: 'send', signal: { type: 'restart' } })
    : move(state, offerAnew(negotiation, link !== 'new'));
}

const again = (state: CallState): Step =>
  step(state, { do: 'wait', timer: 'media', millis: TIMES.offerPauseMs });
