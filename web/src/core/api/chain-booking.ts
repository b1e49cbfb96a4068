import { bool, object, oneOf, optional, text, units, whole } from '../parse';

/** The contract's names of a booking's status. */
export const bookingStatus = oneOf(
  'None',
  'Booked',
  'Cancelled',
  'Attested',
  'Disputed',
  'Resolved',
  'Finalized',
);

/** The contract's names of how a booking came out. */
export const bookingOutcome = oneOf(
  'None',
  'Completed',
  'NoShowHost',
  'NoShowGuest',
  'CancelledByHost',
  'CancelledByGuest',
);

/** What was agreed for a booking at the moment it was made; it keeps these. */
export const bookingTerms = object({
  fee_bps: whole,
  late_cancel_penalty_bps: whole,
  challenge_window_s: whole,
  no_attest_buffer_s: whole,
  dispute_timeout_s: whole,
  challenge_bond: units,
});

/**
 * A booking as the service's mirror of the chain has it: `GET /bookings/{booking}` and each of
 * `GET /bookings?party=`. Amounts are token units, times unix seconds.
 */
export const chainBooking = object({
  escrow: text,
  booking_id: whole,
  slot_id: whole,
  host: text,
  guest: text,
  amount: units,
  status: bookingStatus,
  outcome: bookingOutcome,
  metrics_hash: optional(text),
  attested_at_s: optional(whole),
  finalizable_at_s: optional(whole),
  claimable_at_s: whole,
  dispute: optional(
    object({ challenger: text, bond_amount: units, disputed_at_s: whole, timeout_at_s: whole }),
  ),
  cancelled_by: optional(bookingOutcome),
  refunded_unattested: bool,
  slot: object({
    start_s: whole,
    end_s: whole,
    duration_mins: whole,
    grace_mins: whole,
    min_overlap_mins: whole,
    cancel_cutoff_mins: whole,
    price: units,
  }),
  terms: bookingTerms,
});

export type ChainBooking = ReturnType<typeof chainBooking>;
export type BookingStatus = ReturnType<typeof bookingStatus>;
export type BookingOutcome = ReturnType<typeof bookingOutcome>;
export type BookingTerms = ReturnType<typeof bookingTerms>;
export type Dispute = NonNullable<ChainBooking['dispute']>;

/** What a session can come to by attestation or by review. */
export const SETTLED_OUTCOMES = ['Completed', 'NoShowHost', 'NoShowGuest'] as const;
export type SettledOutcome = (typeof SETTLED_OUTCOMES)[number];
