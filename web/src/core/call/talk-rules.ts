import { end, mediaFailed } from './endings';
import type { TalkEvent } from './event';
import {
  answered,
  candidate,
  described,
  fresh,
  hasSeat,
  type Move,
  notDescribed,
  offer,
  offered,
} from './negotiation';
import type { Signal } from './signal';
import { alone, type CallState, type Step, step, withTalk } from './state';

/** The peer and the media, while the call is neither ended nor failed. */
export function talkNext(state: CallState, event: TalkEvent): Step {
  if (event.on === 'media-failed') {
    return mediaFailed(state, event.detail);
  }
  if (!hasSeat(state.talk.negotiation)) {
    return step(state);
  }
  if (event.on === 'session-over') {
    return end(state, { name: 'Ended', reason: 'SESSION_OVER' });
  }
  if (event.on === 'peer-joined') {
    return peerJoined(state);
  }
  return state.talk.peer === 'absent' ? step(state) : withPeer(state, event);
}

function peerJoined(state: CallState): Step {
  const { peer, negotiation } = state.talk;
  const there = withTalk(state, { peer: 'there' });
  // The polite side waits for this offer, and offers only if none comes.
  return peer === 'absent' && !negotiation.polite
    ? move(there, offer(negotiation, false))
    : step(there);
}

function withPeer(state: CallState, event: TalkEvent): Step {
  const { link, negotiation } = state.talk;
  switch (event.on) {
    case 'peer-left':
      return peerLeft(state);
    case 'peer-reconnecting':
      return step(withTalk(state, { peer: 'away' }));
    case 'media-up':
      return step(withTalk(state, { link: 'up', tries: 0 }));
    case 'media-down':
      return step(link === 'up' ? withTalk(state, { link: 'down' }) : state);
    case 'quality-seen':
      return step(state, { do: 'tell', quality: event.quality });
    case 'received':
      return received(state, event.signal);
    case 'described':
      return move(state, described(negotiation, event.id, event.description));
    case 'not-described':
      return step(withTalk(state, { negotiation: notDescribed(negotiation, event.id) }));
    case 'candidate-found': {
      const { id, candidate } = event;
      return step(state, { do: 'send', signal: { type: 'candidate', id, candidate } });
    }
    case 'offer-needed':
      return move(state, offer(negotiation, event.iceRestart));
    default:
      return step(state);
  }
}

const peerLeft = (state: CallState): Step =>
  step(alone(state, fresh(state.talk.negotiation)), { do: 'reset-media' });

function received(state: CallState, signal: Signal): Step {
  const { negotiation } = state.talk;
  switch (signal.type) {
    case 'offer':
      return move(state, offered(negotiation, signal.id, signal.description));
    case 'answer':
      return move(state, answered(negotiation, signal.id, signal.description));
    case 'candidate':
      return move(state, candidate(negotiation, signal));
    case 'restart':
      return move(state, offer(negotiation, true));
    case 'bye':
      // A bye ends no presence: else a peer could hang up on the other's pay.
      return peerLeft(state);
  }
}

export const move = (state: CallState, { next, effects }: Move): Step =>
  step(withTalk(state, { negotiation: next }), ...effects);
