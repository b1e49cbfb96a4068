import type { Joined } from '../api/joined';
import type { Quality } from '../media/quality';
import type { IceCandidate, OfferId, Signal } from './signal';

/** What a call waits for. At most one of each runs. */
export type Timer =
  /** To ask for the seat again. */
  | 'join'
  /** To say that one is there. */
  | 'heartbeat'
  /** For media that do not flow, or an offer that nobody answers. */
  | 'media'
  /** To say again that one has left. */
  | 'leave'
  /** After which the service has ended the seat by itself. */
  | 'lease';

/** What a call does to the world. */
export type Effect =
  | { readonly do: 'join' }
  | { readonly do: 'beat'; readonly seat: Joined }
  | { readonly do: 'leave'; readonly seat: Joined }
  | { readonly do: 'open-signalling'; readonly seat: Joined }
  | { readonly do: 'send'; readonly signal: Signal }
  | { readonly do: 'close-signalling' }
  | { readonly do: 'start-media'; readonly seat: Joined }
  | { readonly do: 'reset-media'; readonly seat?: Joined }
  | { readonly do: 'silence'; readonly muted: boolean }
  | { readonly do: 'make-offer'; readonly id: OfferId; readonly iceRestart: boolean }
  | { readonly do: 'make-answer'; readonly id: OfferId; readonly offer: string }
  | { readonly do: 'accept'; readonly id: OfferId; readonly answer: string }
  | { readonly do: 'add-candidate'; readonly candidate: IceCandidate }
  | { readonly do: 'close-media' }
  | { readonly do: 'tell'; readonly quality: Quality }
  | { readonly do: 'wait'; readonly timer: Timer; readonly millis: number }
  | { readonly do: 'wait-no-more'; readonly timer: Timer };
