import { roleOf } from '../api/booking';
import type { ChainBooking, SettledOutcome } from '../api/chain-booking';
import type { Role } from '../api/joined';

/** One whole, in basis points, as in the contract. */
const WHOLE_BPS = 10_000n;

/** Who is credited with how many token units. Nobody loses a unit: the shares are the amount. */
export interface Shares {
  readonly host: bigint;
  readonly guest: bigint;
  /** The fee. */
  readonly treasury: bigint;
}

/** Rounded down, as the contract does: the rest stays with whom the share is taken from. */
export const shareDown = (amount: bigint, bps: number): bigint =>
  (amount * BigInt(bps)) / WHOLE_BPS;

/** What finalize credits when a session came out so. */
export function settlementOf(booking: ChainBooking, outcome: SettledOutcome): Shares {
  return outcome === 'NoShowHost'
    ? toGuest(booking.amount)
    : { ...toHost(booking, booking.amount), guest: 0n };
}

/** What a guest's cancellation does, and when. */
export interface Cancellation {
  readonly isLate: boolean;
  readonly penalty: bigint;
  readonly shares: Shares;
}

/** The last second in which a guest cancels for nothing, unix seconds. */
export const freeCancelUntilS = ({ slot }: ChainBooking): number =>
  slot.start_s - slot.cancel_cutoff_mins * 60;

/** What a guest's cancellation in this second credits. */
export function guestCancellation(booking: ChainBooking, nowS: number): Cancellation {
  if (nowS <= freeCancelUntilS(booking)) {
    return { isLate: false, penalty: 0n, shares: toGuest(booking.amount) };
  }
  const penalty = shareDown(booking.amount, booking.terms.late_cancel_penalty_bps);
  const shares = { ...toHost(booking, penalty), guest: booking.amount - penalty };
  return { isLate: true, penalty, shares };
}

/** All that was paid goes back: a host's cancellation, and the refund when nobody attested. */
export const fullRefund = (booking: ChainBooking): Shares => toGuest(booking.amount);

/** What a resolution credits: the bond at once, the shares when it is finalized. */
export interface Resolution {
  readonly outcome: SettledOutcome;
  readonly isChanged: boolean;
  readonly bond: bigint;
  readonly bondTo: Role;
  readonly shares: Shares;
}

/** What it would credit if the dispute came out so; nothing is disputed: undefined. */
export function resolutionOf(
  booking: ChainBooking,
  outcome: SettledOutcome,
): Resolution | undefined {
  const { dispute } = booking;
  const challenger = dispute && roleOf(booking, dispute.challenger);
  if (!dispute || !challenger) {
    return undefined;
  }
  return resolved(booking, { outcome, challenger, bond: dispute.bond_amount });
}

/** What a challenge of this party would come to if the reviewer decided so. */
export const challengeStakes = (
  booking: ChainBooking,
  challenger: Role,
  outcome: SettledOutcome,
): Resolution => resolved(booking, { outcome, challenger, bond: booking.terms.challenge_bond });

interface Challenge {
  readonly outcome: SettledOutcome;
  readonly challenger: Role;
  readonly bond: bigint;
}

function resolved(booking: ChainBooking, { outcome, challenger, bond }: Challenge): Resolution {
  const isChanged = outcome !== booking.outcome;
  return {
    outcome,
    isChanged,
    bond,
    bondTo: isChanged ? challenger : otherRole(challenger),
    shares: settlementOf(booking, outcome),
  };
}

export const otherRole = (role: Role): Role => (role === 'host' ? 'guest' : 'host');

const toGuest = (amount: bigint): Shares => ({ host: 0n, guest: amount, treasury: 0n });

function toHost(booking: ChainBooking, amount: bigint): Pick<Shares, 'host' | 'treasury'> {
  const treasury = shareDown(amount, booking.terms.fee_bps);
  return { host: amount - treasury, treasury };
}
