import { bookingDeeds } from './booking-deeds';
import type { Contracts } from './deed';
import { requestDeeds } from './request-deeds';
import { slotDeeds } from './slot-deeds';

/** Everything that V1 lets hosts, guests and the reviewer do, for one installation. */
export const deedsOf = (contracts: Contracts) => ({
  ...bookingDeeds(contracts),
  ...slotDeeds(contracts),
  ...requestDeeds(contracts),
});

export type Deeds = ReturnType<typeof deedsOf>;
