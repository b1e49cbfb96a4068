import { object, text, whole } from '../parse';

/** What the call needs of `GET /bookings/{booking}`: the chain's view, public. */
export const booking = object({
  host: text,
  guest: text,
  status: text,
  slot: object({ start_s: whole, end_s: whole }),
});

export type Booking = ReturnType<typeof booking>;

/** Joining opens this long before the start; the service decides. */
const OPENS_BEFORE_MS = 5 * 60_000;

export const opensAtMs = (of: Booking): number => of.slot.start_s * 1_000 - OPENS_BEFORE_MS;

/** Whose seat the wallet has in it, if one. */
export function roleOf(
  of: Pick<Booking, 'host' | 'guest'>,
  wallet: string,
): 'host' | 'guest' | undefined {
  const same = (address: string) => address.toLowerCase() === wallet.toLowerCase();
  return same(of.host) ? 'host' : same(of.guest) ? 'guest' : undefined;
}
