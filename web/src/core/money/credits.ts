import { roleOf } from '../api/booking';
import type { TimelineEvent } from '../api/booking-records';
import type { ChainBooking } from '../api/chain-booking';
import type { Role } from '../api/joined';
import { otherRole } from '../session/consequences';

export type CreditKind = 'finalized' | 'cancelled' | 'refunded' | 'bond';

/** What a booking credited to one of its parties at one moment; zero is a credit, too. */
export interface Credit {
  readonly bookingId: number;
  readonly kind: CreditKind;
  readonly role: Role;
  /** Token units. */
  readonly units: bigint;
  readonly atS: number;
  readonly block: number;
  readonly txHash: string;
}

const KINDS: Readonly<Record<string, CreditKind>> = {
  Finalized: 'finalized',
  SessionBookingCancelled: 'cancelled',
  UnattestedRefunded: 'refunded',
};

/** What a booking has credited to this wallet, by the contract's own events, oldest first. */
export function creditsOf(
  booking: ChainBooking,
  events: readonly TimelineEvent[],
  wallet: string,
): readonly Credit[] {
  const role = roleOf(booking, wallet);
  return role ? events.flatMap((event) => creditOf(event, { booking, events, role })) : [];
}

interface Whose {
  readonly booking: ChainBooking;
  readonly events: readonly TimelineEvent[];
  readonly role: Role;
}

function creditOf(event: TimelineEvent, whose: Whose): readonly Credit[] {
  const kind = KINDS[event.name];
  if (kind) {
    return [credit(event, whose, kind, shareOf(event, whose.role))];
  }
  const bond = event.name === 'Resolved' ? bondOf(event, whose) : 0n;
  return bond > 0n ? [credit(event, whose, 'bond', bond)] : [];
}

const shareOf = (event: TimelineEvent, role: Role): bigint =>
  (role === 'host' ? event.host_paid : (event.refund ?? event.guest_refund)) ?? 0n;

/** The challenger's where the outcome changed, else the other party's. */
function bondOf(resolved: TimelineEvent, { booking, events, role }: Whose): bigint {
  const attested = events.findLast(({ name }) => name === 'Attested');
  const challenged = events.findLast(({ name }) => name === 'Challenged');
  const challenger = challenged?.challenger && roleOf(booking, challenged.challenger);
  if (!challenged || !challenger) {
    return 0n;
  }
  const isChanged = attested?.outcome !== resolved.final_outcome;
  const winner = isChanged ? challenger : otherRole(challenger);
  return winner === role ? (challenged.bond_amount ?? 0n) : 0n;
}

const credit = (
  { at_s: atS, block, tx_hash: txHash }: TimelineEvent,
  { booking, role }: Whose,
  kind: CreditKind,
  units: bigint,
): Credit => ({ bookingId: booking.booking_id, kind, role, units, atS, block, txHash });
