import type { ChainBooking } from '../api/chain-booking';
import { type Situation, type SituationName, situationOf } from './situation';

export type GroupName = 'upcoming' | 'open' | 'past';

/** A session in a list, and where it is on its way. */
export interface ListedSession {
  readonly booking: ChainBooking;
  readonly situation: Situation;
}

export type Groups = Readonly<Record<GroupName, readonly ListedSession[]>>;

const GROUP_OF: Readonly<Record<SituationName, GroupName>> = {
  ahead: 'upcoming',
  running: 'upcoming',
  being_decided: 'open',
  refund_claimable: 'open',
  challengeable: 'open',
  finalizable: 'open',
  disputed: 'open',
  dispute_timed_out: 'open',
  finalized: 'past',
  cancelled: 'past',
  refunded: 'past',
};

/** First what can be acted on now, then what waits for a time, the soonest first. */
const urgencyOf = ({ situation }: ListedSession): number => situation.untilS ?? 0;
const startOf = ({ booking }: ListedSession): number => booking.slot.start_s;

const ORDER: Readonly<Record<GroupName, (a: ListedSession, b: ListedSession) => number>> = {
  upcoming: (a, b) => startOf(a) - startOf(b),
  open: (a, b) => urgencyOf(a) - urgencyOf(b) || startOf(a) - startOf(b),
  past: (a, b) => startOf(b) - startOf(a),
};

/** Sessions as a party wants to see them: those to come, those to be settled, those that are over. */
export function groupsOf(bookings: readonly ChainBooking[], nowS: number): Groups {
  const listed = bookings.map((booking) => ({ booking, situation: situationOf(booking, nowS) }));
  const group = (name: GroupName) =>
    listed.filter(({ situation }) => GROUP_OF[situation.name] === name).sort(ORDER[name]);
  return { upcoming: group('upcoming'), open: group('open'), past: group('past') };
}
