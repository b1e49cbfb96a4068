import type { Effect } from './effect';
import { type OfferId, type Signal, sameOffer } from './signal';

/** Whose turn it is. */
export type Turn =
  | { readonly kind: 'stable' }
  /** The media are making an offer. */
  | { readonly kind: 'making'; readonly id: OfferId; readonly iceRestart: boolean }
  /** The peer has our offer. */
  | { readonly kind: 'offered'; readonly id: OfferId; readonly iceRestart: boolean }
  /** The media are answering the peer's offer. */
  | { readonly kind: 'answering'; readonly id: OfferId };

/**
 * Perfect negotiation (W3C WebRTC, "Perfect negotiation example"): either side may offer at any
 * time; where both do, the polite one takes its offer back and the impolite one ignores the
 * other's.
 */
export interface Negotiation {
  /** The guest. */
  readonly polite: boolean;
  /** Of the own seat; empty before there is one. */
  readonly connectionId: string;
  /** How many offers this seat has made. */
  readonly made: number;
  readonly turn: Turn;
  /** The offer that both sides last agreed on, as far as this side knows. */
  readonly agreed?: OfferId;
  /** The offer that the peer's description here belongs to: its candidates are of use. */
  readonly remote?: OfferId;
  /** What is to be offered as soon as this is stable. */
  readonly again: 'nothing' | 'offer' | 'ice-restart';
}

/** What follows. */
export interface Move {
  readonly next: Negotiation;
  readonly effects: readonly Effect[];
}

const STABLE: Turn = { kind: 'stable' };

const to = (next: Negotiation, ...effects: Effect[]): Move => ({ next, effects });

export const ofSeat = (polite: boolean, connectionId: string, made = 0): Negotiation => ({
  polite,
  connectionId,
  made,
  turn: STABLE,
  again: 'nothing',
});

/** Before there is a seat. */
export const NO_NEGOTIATION = ofSeat(true, '');

/** With a peer that knows of nothing; offer numbers go on. */
export const fresh = (now: Negotiation): Negotiation =>
  ofSeat(now.polite, now.connectionId, now.made);

export const hasSeat = (now: Negotiation): boolean => now.connectionId !== '';

export const isStable = (now: Negotiation): boolean => now.turn.kind === 'stable';

/** Offers now if this is stable, else as soon as it is. */
export function offer(now: Negotiation, iceRestart: boolean): Move {
  return isStable(now)
    ? offerAnew(now, iceRestart)
    : to(again(now, iceRestart || now.again === 'ice-restart'));
}

/** Offers now; an own offer that nobody answered is forgotten, and so is an answer never made. */
export function offerAnew(now: Negotiation, iceRestart: boolean): Move {
  const id = { connection_id: now.connectionId, number: now.made + 1 };
  const turn: Turn = { kind: 'making', id, iceRestart };
  return to(
    { ...now, made: id.number, turn, again: 'nothing' },
    { do: 'make-offer', id, iceRestart },
  );
}

/** The media have made an offer or an answer. */
export function described(now: Negotiation, id: OfferId, description: string): Move {
  const { turn } = now;
  if (turn.kind === 'making' && sameOffer(turn.id, id)) {
    const offered: Turn = { kind: 'offered', id, iceRestart: turn.iceRestart };
    return to({ ...now, turn: offered }, send({ type: 'offer', id, description }));
  }
  if (turn.kind === 'answering' && sameOffer(turn.id, id)) {
    return agreed(now, id, send({ type: 'answer', id, description }));
  }
  return to(now);
}

/** The media could not do it; the media timer brings the next attempt. */
export function notDescribed(now: Negotiation, id: OfferId): Negotiation {
  const { turn } = now;
  const isThis = (turn.kind === 'making' || turn.kind === 'answering') && sameOffer(turn.id, id);
  return isThis ? { ...now, turn: STABLE } : now;
}

/** The peer's offer; ignored where it meets ours and we are the impolite one. */
export function offered(now: Negotiation, id: OfferId, description: string): Move {
  const { turn } = now;
  const ours = turn.kind === 'making' || turn.kind === 'offered' ? turn : undefined;
  if (ours && !now.polite) {
    return to(now);
  }
  const next = ours?.iceRestart ? again(now, true) : now;
  return to(
    { ...next, remote: id, turn: { kind: 'answering', id } },
    { do: 'make-answer', id, offer: description },
  );
}

/** The peer's answer; of no use unless it is to the offer that waits for one. */
export function answered(now: Negotiation, id: OfferId, description: string): Move {
  return now.turn.kind === 'offered' && sameOffer(now.turn.id, id)
    ? agreed({ ...now, remote: id }, id, { do: 'accept', id, answer: description })
    : to(now);
}

export function candidate(now: Negotiation, signal: Signal & { type: 'candidate' }): Move {
  return sameOffer(now.remote, signal.id)
    ? to(now, { do: 'add-candidate', candidate: signal.candidate })
    : to(now);
}

function agreed(now: Negotiation, id: OfferId, effect: Effect): Move {
  const stable: Negotiation = { ...now, turn: STABLE, agreed: id, again: 'nothing' };
  if (now.again === 'nothing') {
    return to(stable, effect);
  }
  const further = offerAnew(stable, now.again === 'ice-restart');
  return to(further.next, effect, ...further.effects);
}

const again = (now: Negotiation, iceRestart: boolean): Negotiation => ({
  ...now,
  again: iceRestart ? 'ice-restart' : 'offer',
});

const send = (signal: Signal): Effect => ({ do: 'send', signal });
