import type { Joined } from '../api/joined';
import type { Quality } from '../media/quality';
import type { Result } from '../result';
import type { Timer } from './effect';
import type { IceCandidate, OfferId, Signal } from './signal';

/** Of the user. */
export type UserEvent =
  | { readonly on: 'start' }
  | { readonly on: 'mute'; readonly muted: boolean }
  | { readonly on: 'hang-up' };

/** Of the seat. */
export type SeatEvent =
  | { readonly on: 'join-answered'; readonly answer: Result<Joined> }
  | { readonly on: 'beat-answered'; readonly seat: Joined; readonly answer: Result<unknown> }
  | { readonly on: 'leave-answered'; readonly seat: Joined; readonly answer: Result<unknown> }
  /** The service says so by itself; the code is that of a heartbeat's refusal. */
  | { readonly on: 'seat-over'; readonly seat: Joined; readonly code: string };

/** Of the peer, the media and what lies between them. */
export type TalkEvent =
  | { readonly on: 'session-over' }
  | { readonly on: 'peer-joined' }
  | { readonly on: 'peer-reconnecting' }
  | { readonly on: 'peer-left' }
  | { readonly on: 'received'; readonly signal: Signal }
  | { readonly on: 'described'; readonly id: OfferId; readonly description: string }
  | { readonly on: 'not-described'; readonly id: OfferId; readonly detail: string }
  | { readonly on: 'candidate-found'; readonly id: OfferId; readonly candidate: IceCandidate }
  | { readonly on: 'offer-needed'; readonly iceRestart: boolean }
  | { readonly on: 'media-up' }
  | { readonly on: 'media-down' }
  | { readonly on: 'media-failed'; readonly detail: string }
  | { readonly on: 'quality-seen'; readonly quality: Quality };

/** What can happen to a call, in any order. */
export type CallEvent =
  | UserEvent
  | SeatEvent
  | TalkEvent
  | { readonly on: 'time-is-up'; readonly timer: Timer };
