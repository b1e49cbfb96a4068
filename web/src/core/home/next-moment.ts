import { opensAtMs } from '../api/booking';
import type { ChainBooking } from '../api/chain-booking';
import { type DeadlineKind, deadlinesOf } from '../session/steps';

/** A moment of a session that is worth waiting for. */
export interface Moment {
  readonly kind: DeadlineKind | 'opens';
  readonly bookingId: number;
  /** Unix seconds. */
  readonly atS: number;
}

/** What these sessions wait for next, the soonest of all; nothing where no time changes anything. */
export function nextMomentOf(bookings: readonly ChainBooking[], nowS: number): Moment | undefined {
  return bookings
    .flatMap((booking) => momentsOf(booking, nowS))
    .filter(({ atS }) => atS > nowS)
    .sort((a, b) => a.atS - b.atS)[0];
}

function momentsOf(booking: ChainBooking, nowS: number): readonly Moment[] {
  const bookingId = booking.booking_id;
  const opens = { kind: 'opens', bookingId, atS: opensAtMs(booking) / 1_000 } as const;
  return [
    ...(booking.status === 'Booked' ? [opens] : []),
    ...deadlinesOf(booking, nowS).map(({ kind, atS }) => ({ kind, bookingId, atS })),
  ];
}
