import type { ChainBooking } from '../api/chain-booking';

/** Where a session is on its way, for whoever looks at a list of them. */
export type SituationName =
  | 'ahead'
  | 'running'
  | 'being_decided'
  | 'refund_claimable'
  | 'challengeable'
  | 'finalizable'
  | 'disputed'
  | 'dispute_timed_out'
  | 'finalized'
  | 'cancelled'
  | 'refunded';

export interface Situation {
  readonly name: SituationName;
  /** When it is another, unless somebody acts before; unix seconds. */
  readonly untilS?: number;
}

/** Where a session is at this second of the chain. */
export function situationOf(booking: ChainBooking, nowS: number): Situation {
  switch (booking.status) {
    case 'Booked':
      return booked(booking, nowS);
    case 'Attested':
    case 'Resolved':
      return decided(booking, nowS);
    case 'Disputed':
      return disputed(booking, nowS);
    case 'Finalized':
      return { name: booking.refunded_unattested ? 'refunded' : 'finalized' };
    case 'None':
    case 'Cancelled':
      return { name: 'cancelled' };
  }
}

function booked({ slot, claimable_at_s: claimableS }: ChainBooking, nowS: number): Situation {
  if (nowS < slot.start_s) {
    return { name: 'ahead', untilS: slot.start_s };
  }
  if (nowS < slot.end_s) {
    return { name: 'running', untilS: slot.end_s };
  }
  return nowS < claimableS
    ? { name: 'being_decided', untilS: claimableS }
    : { name: 'refund_claimable' };
}

function decided({ finalizable_at_s: untilS = 0 }: ChainBooking, nowS: number): Situation {
  return nowS < untilS ? { name: 'challengeable', untilS } : { name: 'finalizable' };
}

function disputed({ dispute }: ChainBooking, nowS: number): Situation {
  if (dispute && nowS >= dispute.timeout_at_s) {
    return { name: 'dispute_timed_out' };
  }
  return { name: 'disputed', ...(dispute && { untilS: dispute.timeout_at_s }) };
}
