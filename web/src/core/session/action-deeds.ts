import type { ChainBooking, SettledOutcome } from '../api/chain-booking';
import type { Deed } from '../chain/deed';
import type { Deeds } from '../chain/deeds';
import type { ActionKind } from './actions';

/** What is done on chain, and by a deed of one's own. */
export type DeedKind = Exclude<ActionKind, 'join' | 'state' | 'resolve'>;

/**
 * The deed of an action.
 *
 * @param allowance units that the escrow may pull from the account already
 */
export function deedOf(
  kind: DeedKind,
  booking: ChainBooking,
  deeds: Deeds,
  allowance: bigint,
): Deed {
  const id = BigInt(booking.booking_id);
  switch (kind) {
    case 'cancel_as_guest':
      return deeds.cancelBooking(id, 'guest');
    case 'cancel_as_host':
      return deeds.cancelBooking(id, 'host');
    case 'challenge':
      return deeds.challenge(id, booking.terms.challenge_bond, allowance);
    case 'claim_if_unattested':
      return deeds.claimIfUnattested(id);
    case 'finalize':
      return deeds.finalize(id);
    case 'finalize_dispute':
      return deeds.finalizeDisputeByTimeout(id);
  }
}

export const isDeed = (kind: ActionKind): kind is DeedKind =>
  kind !== 'join' && kind !== 'state' && kind !== 'resolve';

/** The reviewer's answer to a dispute. */
export const resolutionDeed = (
  booking: ChainBooking,
  outcome: SettledOutcome,
  deeds: Deeds,
): Deed => deeds.resolveDispute(BigInt(booking.booking_id), outcome);
