import type { Joined } from '../api/joined';
import type { Effect } from './effect';
import { hasSeat, isStable, type Negotiation, NO_NEGOTIATION } from './negotiation';
import type { Outcome, Phase } from './phase';

/** What a party has of its seat. */
export type Seat =
  | { readonly kind: 'none' }
  /** Wanted. `asked`: an answer is awaited; else the time to ask again is, and `why` says why. */
  | {
      readonly kind: 'asked';
      readonly tries: number;
      readonly asked: boolean;
      readonly why: string;
    }
  /** Held, and kept by heartbeats; `beats` were taken. */
  | {
      readonly kind: 'held';
      readonly joined: Joined;
      readonly beating: boolean;
      readonly beats: number;
    }
  /** Given up; the service may not know yet. */
  | { readonly kind: 'leaving'; readonly joined: Joined; readonly asked: boolean }
  /** Given up for good. */
  | { readonly kind: 'over' };

/** The part of a call that pays. */
export interface Presence {
  readonly seat: Seat;
  /** Whether the party still wants to be present. */
  readonly wanted: boolean;
  /** Whether the service answered last time. */
  readonly reachable: boolean;
  /** Seats lost in a row before they were steady. */
  readonly quickLosses: number;
}

/** The part of a call that is heard. */
export interface Talk {
  /** Where the peer is, says the service; away: only its connection to the service is cut. */
  readonly peer: 'absent' | 'there' | 'away';
  /** Whether media flow. */
  readonly link: 'new' | 'up' | 'down';
  readonly muted: boolean;
  readonly negotiation: Negotiation;
  /** Offers made in a row that brought no media. */
  readonly tries: number;
  /** Whether the media timer runs. */
  readonly watched: boolean;
}

/** All that decides what a call does next. The outcome, once there, never changes. */
export interface CallState {
  readonly presence: Presence;
  readonly talk: Talk;
  readonly outcome?: Outcome;
}

/** What follows from an event; the effects are performed in this order. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

export const IDLE: CallState = {
  presence: { seat: { kind: 'none' }, wanted: false, reachable: true, quickLosses: 0 },
  talk: {
    peer: 'absent',
    link: 'new',
    muted: false,
    negotiation: NO_NEGOTIATION,
    tries: 0,
    watched: false,
  },
};

export const step = (state: CallState, ...effects: Effect[]): Step => ({ state, effects });

/** Goes on from there. */
export function andThen(first: Step, further: (state: CallState) => Step): Step {
  const next = further(first.state);
  return { state: next.state, effects: [...first.effects, ...next.effects] };
}

export const withPresence = (state: CallState, change: Partial<Presence>): CallState => ({
  ...state,
  presence: { ...state.presence, ...change },
});

export const withSeat = (state: CallState, seat: Seat): CallState => withPresence(state, { seat });

export const withTalk = (state: CallState, change: Partial<Talk>): CallState => ({
  ...state,
  talk: { ...state.talk, ...change },
});

/** Without a peer, with this negotiation. */
export const alone = (state: CallState, negotiation: Negotiation): CallState =>
  withTalk(state, { peer: 'absent', link: 'new', negotiation, tries: 0 });

/** Whether there is something that time must bring on: media, or an answer. */
export const isUnsettled = ({ peer, link, negotiation }: Talk): boolean =>
  peer !== 'absent' && (link !== 'up' || !isStable(negotiation));

export function phaseOf(state: CallState): Phase {
  if (state.outcome) {
    return state.outcome;
  }
  if (state.presence.seat.kind === 'none') {
    return { name: 'Idle' };
  }
  if (!hasSeat(state.talk.negotiation)) {
    return { name: 'Joining' };
  }
  return state.talk.peer === 'absent' ? { name: 'WaitingForPeer' } : PHASE_OF_LINK[state.talk.link];
}

const PHASE_OF_LINK = {
  new: { name: 'Connecting' },
  up: { name: 'Connected' },
  down: { name: 'Reconnecting' },
} as const;
