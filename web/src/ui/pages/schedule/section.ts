import type { HostProfile, MarketSlot } from '../../../core/api/market';

/** What the sections of the schedule share. */
export interface SectionProps {
  readonly host: HostProfile;
  readonly slots: readonly MarketSlot[];
  /** What is shown is the newest, so that something can be done about it. */
  readonly canAct: boolean;
  readonly reload: () => void;
}
