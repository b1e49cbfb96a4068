/** Names an offer among all of both sides: the offerer's seat and a number from 1 that grows. */
export interface OfferId {
  readonly connection_id: string;
  readonly number: number;
}

/** WebRTC's RTCIceCandidateInit. */
export interface IceCandidate {
  readonly candidate: string;
  readonly sdpMid?: string;
  readonly sdpMLineIndex?: number;
  readonly usernameFragment?: string;
}

/** What the two parties say to each other through the service. */
export type Signal =
  | { readonly type: 'offer'; readonly id: OfferId; readonly description: string }
  | { readonly type: 'answer'; readonly id: OfferId; readonly description: string }
  | { readonly type: 'candidate'; readonly id: OfferId; readonly candidate: IceCandidate }
  /** Asks for an offer with an ICE restart. */
  | { readonly type: 'restart' }
  /** The sender hangs up. It decides nothing about presence: the receiver stays joined. */
  | { readonly type: 'bye' };

export const sameOffer = (a: OfferId | undefined, b: OfferId): boolean =>
  a !== undefined && a.connection_id === b.connection_id && a.number === b.number;
