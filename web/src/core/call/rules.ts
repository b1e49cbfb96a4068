import type { Timer } from './effect';
import { end } from './endings';
import type { CallEvent, UserEvent } from './event';
import { adjust, mediaTimeIsUp } from './media-watch';
import { leaseRanOut, leaveAgain } from './seat-leaving';
import { ask, askAgain, beat, seatNext } from './seat-rules';
import { andThen, type CallState, type Step, step, withPresence, withTalk } from './state';
import { talkNext } from './talk-rules';

/**
 * What a call does next: one pure function. Any event may come at any time, twice, late or never;
 * what makes no sense in a state changes nothing.
 */
export const next = (state: CallState, event: CallEvent): Step =>
  andThen(decide(state, event), adjust);

function decide(state: CallState, event: CallEvent): Step {
  switch (event.on) {
    case 'start':
    case 'mute':
    case 'hang-up':
      return userNext(state, event);
    case 'join-answered':
    case 'beat-answered':
    case 'leave-answered':
    case 'seat-over':
      return seatNext(state, event);
    case 'time-is-up':
      return timeIsUp(state, event.timer);
    default:
      return state.outcome ? step(state) : talkNext(state, event);
  }
}

function userNext(state: CallState, event: UserEvent): Step {
  switch (event.on) {
    case 'start':
      return start(state);
    case 'mute':
      return mute(state, event.muted);
    case 'hang-up':
      return end(state, { name: 'Ended', reason: 'HUNG_UP' });
  }
}

const start = (state: CallState): Step =>
  !state.outcome && state.presence.seat.kind === 'none'
    ? ask(withPresence(state, { wanted: true }), 1)
    : step(state);

const mute = (state: CallState, muted: boolean): Step =>
  state.outcome || state.talk.muted === muted
    ? step(state)
    : step(withTalk(state, { muted }), { do: 'silence', muted });

function timeIsUp(state: CallState, timer: Timer): Step {
  switch (timer) {
    case 'join':
      return askAgain(state);
    case 'heartbeat':
      return beat(state);
    case 'leave':
      return leaveAgain(state);
    case 'lease':
      return leaseRanOut(state);
    case 'media':
      return mediaTimeIsUp(state);
  }
}
