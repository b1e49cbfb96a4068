import type { ChainBooking } from '../api/chain-booking';

/** Long enough to find the headset, short enough not to be forgotten again. */
const BEFORE_S = 10 * 60;

/** The session that starts in the next ten minutes: the soonest, if any. */
export function sessionToRemindOf(
  bookings: readonly ChainBooking[],
  nowS: number,
): ChainBooking | undefined {
  return bookings
    .filter(
      ({ status, slot }) =>
        status === 'Booked' && nowS >= slot.start_s - BEFORE_S && nowS < slot.start_s,
    )
    .sort((a, b) => a.slot.start_s - b.slot.start_s)[0];
}
