/** Why a call ended. */
export type EndReason = 'HUNG_UP' | 'SESSION_OVER';

/**
 * Why a call failed: `REFUSED`, the service lets this wallet not join and its code is the detail;
 * `NO_SEAT`, the service could not be reached or said for too long that it is too early;
 * `SEAT_TAKEN`, another device of the same wallet has the seat; `MEDIA`, no way to the peer: one
 * goes on being present, because presence is what pays, until one hangs up.
 */
export type FailureReason = 'REFUSED' | 'NO_SEAT' | 'SEAT_TAKEN' | 'MEDIA';

/** Over as it should be, or as it should not be. */
export type Outcome =
  | { readonly name: 'Ended'; readonly reason: EndReason }
  | { readonly name: 'Failed'; readonly reason: FailureReason; readonly detail: string };

/** Where a call stands, for its user. */
export type Phase =
  | { readonly name: 'Idle' }
  | { readonly name: 'Joining' }
  /** Present; the peer is not. */
  | { readonly name: 'WaitingForPeer' }
  /** The peer is there, media do not flow yet. */
  | { readonly name: 'Connecting' }
  | { readonly name: 'Connected' }
  /** Media flowed and are being brought back. */
  | { readonly name: 'Reconnecting' }
  | Outcome;
