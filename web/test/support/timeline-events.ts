import type { TimelineEvent } from '../../src/core/api/booking-records';

/** An event of a booking's timeline that carries these members. */
export const eventWith = (name: string, members: Partial<TimelineEvent> = {}): TimelineEvent => ({
  name,
  at_s: 1_800_000_000,
  block: 1,
  tx_hash: `0x${'cd'.repeat(32)}`,
  outcome: undefined,
  final_outcome: undefined,
  refund: undefined,
  guest_refund: undefined,
  host_paid: undefined,
  fee_paid: undefined,
  challenger: undefined,
  bond_amount: undefined,
  ...members,
});
