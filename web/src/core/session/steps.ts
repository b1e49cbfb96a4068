import type { TimelineEvent } from '../api/booking-records';
import type { ChainBooking } from '../api/chain-booking';
import { freeCancelUntilS, type Shares } from './consequences';

export type StepName =
  | 'Booked'
  | 'Cancelled'
  | 'Attested'
  | 'Disputed'
  | 'Resolved'
  | 'Finalized'
  | 'Refunded';

/** A step of a booking's way: one that the chain has seen, or one that is still ahead. */
export type Step =
  | {
      readonly isDone: true;
      readonly name: StepName;
      readonly atS: number;
      readonly txHash: string;
      /** What the event says came out. */
      readonly outcome?: string;
      /** What it credited. */
      readonly credited?: Shares;
    }
  | {
      readonly isDone: false;
      readonly name: StepName;
      /** From when it can happen, unix seconds, where that is known. */
      readonly fromS?: number;
    };

const STEP_OF_EVENT: Readonly<Record<string, StepName>> = {
  SessionBooked: 'Booked',
  SessionBookingCancelled: 'Cancelled',
  Attested: 'Attested',
  Challenged: 'Disputed',
  Resolved: 'Resolved',
  Finalized: 'Finalized',
  UnattestedRefunded: 'Refunded',
};

/** What happened to a booking, in order, and then what is ahead unless somebody acts. */
export function stepsOf(
  booking: ChainBooking,
  events: readonly TimelineEvent[],
  nowS: number,
): readonly Step[] {
  return [...events.flatMap(happened), ...ahead(booking, nowS)];
}

function happened(event: TimelineEvent): readonly Step[] {
  const name = STEP_OF_EVENT[event.name];
  if (!name) {
    return [];
  }
  const outcome = event.outcome ?? event.final_outcome;
  const credited = sharesOf(event);
  const done = { isDone: true, name, atS: event.at_s, txHash: event.tx_hash } as const;
  return [{ ...done, ...(outcome && { outcome }), ...(credited && { credited }) }];
}

function sharesOf(event: TimelineEvent): Shares | undefined {
  const guest = event.refund ?? event.guest_refund;
  return guest === undefined
    ? undefined
    : { guest, host: event.host_paid ?? 0n, treasury: event.fee_paid ?? 0n };
}

function ahead(booking: ChainBooking, nowS: number): readonly Step[] {
  switch (booking.status) {
    case 'Booked':
      return nowS >= booking.claimable_at_s
        ? [step('Refunded', booking.claimable_at_s)]
        : [step('Attested', booking.slot.end_s), step('Finalized')];
    case 'Attested':
    case 'Resolved':
      return [step('Finalized', booking.finalizable_at_s)];
    case 'Disputed':
      return [step('Resolved'), step('Finalized')];
    case 'None':
    case 'Cancelled':
    case 'Finalized':
      return [];
  }
}

const step = (name: StepName, fromS?: number): Step => ({
  isDone: false,
  name,
  ...(fromS !== undefined && { fromS }),
});

export type DeadlineKind =
  | 'free_cancel_until'
  | 'starts'
  | 'ends'
  | 'refund_claimable_from'
  | 'challenge_until'
  | 'finalizable_from'
  | 'dispute_times_out';

/** A moment that changes what can be done. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** Unix seconds. */
  readonly atS: number;
}

/** The moments ahead that are worth a countdown, soonest first. */
export function deadlinesOf(booking: ChainBooking, nowS: number): readonly Deadline[] {
  return inStatus(booking)
    .filter(({ atS }) => nowS < atS)
    .sort((a, b) => a.atS - b.atS);
}

function inStatus(booking: ChainBooking): readonly Deadline[] {
  const { slot, dispute, finalizable_at_s: finalizableS } = booking;
  switch (booking.status) {
    case 'Booked':
      return [
        { kind: 'free_cancel_until', atS: freeCancelUntilS(booking) },
        { kind: 'starts', atS: slot.start_s },
        { kind: 'ends', atS: slot.end_s },
        { kind: 'refund_claimable_from', atS: booking.claimable_at_s },
      ];
    case 'Attested':
      return finalizableS === undefined
        ? []
        : [
            { kind: 'challenge_until', atS: finalizableS },
            { kind: 'finalizable_from', atS: finalizableS },
          ];
    case 'Disputed':
      return dispute ? [{ kind: 'dispute_times_out', atS: dispute.timeout_at_s }] : [];
    case 'None':
    case 'Resolved':
    case 'Cancelled':
    case 'Finalized':
      return [];
  }
}
