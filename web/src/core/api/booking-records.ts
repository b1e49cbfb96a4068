import { bool, list, Malformed, object, optional, type Parser, text, units, whole } from '../parse';
import { role } from './joined';

/** What happened to a booking on chain: `GET /bookings/{booking}/timeline`. */
export const timeline = object({
  events: list(
    object({
      name: text,
      at_s: whole,
      block: whole,
      tx_hash: text,
      /** Of `Attested`. */
      outcome: optional(text),
      /** Of `Resolved` and `Finalized`. */
      final_outcome: optional(text),
      /** What `SessionBookingCancelled`, `Finalized` and `UnattestedRefunded` credited, in units. */
      refund: optional(units),
      guest_refund: optional(units),
      host_paid: optional(units),
      fee_paid: optional(units),
      /** Of `Challenged`; the bond in units. */
      challenger: optional(text),
      bond_amount: optional(units),
    }),
  ),
});

export type TimelineEvent = ReturnType<typeof timeline>['events'][number];

/** From inside, until outside; unix milliseconds. */
export interface Interval {
  readonly fromMs: number;
  readonly untilMs: number;
}

const interval: Parser<Interval> = (value, where) => {
  const [fromMs, untilMs, ...more] = list(whole)(value, where);
  if (fromMs === undefined || untilMs === undefined || more.length > 0) {
    throw new Malformed(`${where} is not a pair`);
  }
  return { fromMs, untilMs };
};

/** What a client said of its media; decides nothing, and reviewers alone read it. */
const media = object({
  role,
  at_ms: whole,
  connected: bool,
  bytes_sent: whole,
  bytes_received: whole,
});

/** Why a booking is where it is, for its parties: `GET /bookings/{booking}/explanation`. */
export const explanation = object({
  summary: text,
  verdict: optional(
    object({
      decision: text,
      outcome: optional(text),
      reason: optional(text),
      overlap_ms: optional(whole),
      needed_ms: whole,
      decided_at_ms: optional(whole),
      charges: optional(object({ host_missing_ms: whole, guest_missing_ms: whole })),
    }),
  ),
  presence: optional(
    object({ host: list(interval), guest: list(interval), media: optional(list(media)) }),
  ),
  gaps: optional(list(interval)),
  watermark_ms: optional(whole),
  override: optional(object({ outcome: text, operator: text, reason: text })),
  next: object({ what: text, at_s: optional(whole) }),
});

export type Explanation = ReturnType<typeof explanation>;
export type MediaReport = ReturnType<typeof media>;

/** What a party said; without its words once they are erased. */
export const statement = object({
  role,
  wallet: text,
  said_at_ms: whole,
  hash: text,
  text: optional(text),
});

export type Statement = ReturnType<typeof statement>;

/** `GET /bookings/{booking}/statements`, oldest first. */
export const statements = object({ statements: list(statement) });
