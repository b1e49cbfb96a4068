import { bool, list, object, oneOf, optional, otherwise, text, units, whole } from '../parse';

/** What a host proposes unless something else is chosen; minutes. */
const bookingDefaults = object({
  duration_mins: whole,
  grace_mins: whole,
  min_overlap_mins: whole,
  cancel_cutoff_mins: whole,
});

/** A stretch of a weekday in the host's zone; ISO days, HH:MM. */
const weekly = list(object({ day: whole, from: text, to: text }));

/** `GET /hosts/{address}`, and what a host's own settings are answered with. */
export const hostProfile = object({
  address: text,
  display_name: otherwise(text, ''),
  accepting_bookings: bool,
  accepting_changed_at_ms: optional(whole),
  time_zone: otherwise(text, 'UTC'),
  /** Token units for slots made from now on; absent where none is set. */
  base_price: optional(units),
  booking_defaults: optional(bookingDefaults),
  weekly: otherwise(weekly, []),
});

export const slotStatus = oneOf('open', 'booked', 'cancelled', 'settled');

/** A slot as the mirror has it: times unix seconds, the price token units. */
const slot = object({
  slot_id: whole,
  start_s: whole,
  end_s: whole,
  duration_mins: whole,
  price: units,
  grace_mins: whole,
  min_overlap_mins: whole,
  cancel_cutoff_mins: whole,
  status: slotStatus,
  /** Of the booking on it now. */
  booking_id: optional(whole),
});

/** A page of `GET /hosts/{address}/slots`. */
export const slotsPage = object({ slots: list(slot), next: optional(text) });

export const requestStatus = oneOf('open', 'cancelled', 'accepted');

/** A guest's offer to one host or to any, as the mirror has it. */
const slotRequest = object({
  request_id: whole,
  /** Absent: any host may accept. */
  host_target: optional(text),
  guest: text,
  window_start_s: whole,
  window_end_s: whole,
  duration_mins: whole,
  amount: units,
  expiry_s: whole,
  status: requestStatus,
  /** Of the booking that its acceptance made. */
  booking_id: optional(whole),
});

/** A page of `GET /requests`. */
export const requestsPage = object({ requests: list(slotRequest), next: optional(text) });

export type HostProfile = ReturnType<typeof hostProfile>;
export type BookingDefaults = ReturnType<typeof bookingDefaults>;
export type MarketSlot = ReturnType<typeof slot>;
export type SlotRequest = ReturnType<typeof slotRequest>;
export type SlotStatus = ReturnType<typeof slotStatus>;
