import type { Joined } from '../api/joined';
import type { Quality } from '../media/quality';
import type { Tracks } from '../media/tracks';
import type { Phase } from './phase';
import { type CallState, phaseOf } from './state';

/** A call, as a screen shows it. */
export interface CallView {
  readonly phase: Phase;
  /** The last seat that was had, also after it is over. */
  readonly seat?: Joined;
  /** Whether the service takes the party for present, as far as is known here. */
  readonly isPresent: boolean;
  /** Why the seat is still waited for: the service's code, or `unreachable`. */
  readonly waitsBecause: string;
  /** Whether the service answered last time. */
  readonly isReachable: boolean;
  /** Nothing follows any more: the leave has arrived, or the lease has ended. */
  readonly isGivenUp: boolean;
  readonly quality?: Quality;
  readonly remote: Tracks;
  /** What the peer's audio and video came to. */
  readonly receivedBytes: number;
  /** From the click on Join to the first audio of the peer. */
  readonly clickToAudioMs?: number;
  /** From the first time that media flowed; unix milliseconds of this device. */
  readonly talkFromMs?: number;
  readonly talkUntilMs?: number;
}

export const NEW_CALL: CallView = {
  phase: { name: 'Idle' },
  isPresent: false,
  waitsBecause: '',
  isReachable: true,
  isGivenUp: false,
  remote: {},
  receivedBytes: 0,
};

/** What the state alone says. */
export function viewOf(state: CallState): Partial<CallView> {
  const { seat, reachable } = state.presence;
  return {
    phase: phaseOf(state),
    isPresent: seat.kind === 'held',
    waitsBecause: seat.kind === 'asked' ? seat.why : '',
    isReachable: reachable,
    isGivenUp: seat.kind === 'over',
    ...(seat.kind === 'held' && { seat: seat.joined }),
  };
}

/** How long the call lasted, or has lasted so far. */
export function talkMs(view: CallView, nowMs: number): number {
  return view.talkFromMs === undefined ? 0 : (view.talkUntilMs ?? nowMs) - view.talkFromMs;
}
