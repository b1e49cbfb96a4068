import { opensAtMs, roleOf } from '../api/booking';
import type { ChainBooking } from '../api/chain-booking';

/** What can be done to a booking; the names of the tests' `data-action`, too. */
export type ActionKind =
  | 'join'
  | 'cancel_as_guest'
  | 'cancel_as_host'
  | 'challenge'
  | 'state'
  | 'claim_if_unattested'
  | 'finalize'
  | 'finalize_dispute'
  | 'resolve';

/** Something that somebody may do, now or later, unless the booking moves on before. */
export interface Action {
  readonly kind: ActionKind;
  /** The first second in which it is open, unix seconds; 0 where it has been all along. */
  readonly fromS: number;
  /** The first second in which it no longer is. */
  readonly untilS?: number;
}

/** Who looks: 0x hex of any case; the escrow's owner is the reviewer. */
export interface Viewer {
  readonly wallet?: string;
  readonly owner?: string;
}

/**
 * What this viewer may do to a booking as it is, in the order of escrow-v1.md's functions; what is
 * over is left out, what opens later is in it.
 */
export function actionsOf(booking: ChainBooking, viewer: Viewer, nowS: number): readonly Action[] {
  return inStatus(booking, whoIs(booking, viewer)).filter(
    ({ untilS }) => untilS === undefined || nowS < untilS,
  );
}

export const isOpen = (action: Action, nowS: number): boolean =>
  nowS >= action.fromS && (action.untilS === undefined || nowS < action.untilS);

/** Whether the service shows this viewer presence, explanation, metrics and statements. */
export function mayReadRecords(booking: ChainBooking, viewer: Viewer): boolean {
  const { role, isOwner } = whoIs(booking, viewer);
  return role !== undefined || (isOwner && booking.status === 'Disputed');
}

interface Who {
  readonly isSignedIn: boolean;
  readonly role: 'host' | 'guest' | undefined;
  readonly isOwner: boolean;
}

function whoIs(booking: ChainBooking, { wallet, owner }: Viewer): Who {
  return wallet === undefined
    ? { isSignedIn: false, role: undefined, isOwner: false }
    : {
        isSignedIn: true,
        role: roleOf(booking, wallet),
        isOwner: owner?.toLowerCase() === wallet.toLowerCase(),
      };
}

function inStatus(booking: ChainBooking, who: Who): readonly Action[] {
  if (!who.isSignedIn) {
    return [];
  }
  switch (booking.status) {
    case 'Booked':
      return who.role ? ofBooked(booking, who.role) : [];
    case 'Attested':
      return ofAttested(booking, who);
    case 'Disputed':
      return ofDisputed(booking, who);
    case 'Resolved':
      return [finalize(booking)];
    case 'None':
    case 'Cancelled':
    case 'Finalized':
      return [];
  }
}

function ofBooked(booking: ChainBooking, role: 'host' | 'guest'): readonly Action[] {
  const { start_s: startS, end_s: endS } = booking.slot;
  return [
    { kind: 'join', fromS: opensAtMs(booking) / 1_000, untilS: endS },
    { kind: role === 'guest' ? 'cancel_as_guest' : 'cancel_as_host', fromS: 0, untilS: startS },
    { kind: 'claim_if_unattested', fromS: booking.claimable_at_s },
  ];
}

function ofAttested(booking: ChainBooking, { role }: Who): readonly Action[] {
  const ofParties: readonly Action[] = [
    { kind: 'challenge', fromS: 0, untilS: booking.finalizable_at_s ?? 0 },
    { kind: 'state', fromS: 0 },
  ];
  return [...(role ? ofParties : []), finalize(booking)];
}

function ofDisputed({ dispute }: ChainBooking, { role, isOwner }: Who): readonly Action[] {
  return [
    ...(role ? [{ kind: 'state', fromS: 0 } as const] : []),
    ...(isOwner ? [{ kind: 'resolve', fromS: 0 } as const] : []),
    ...(dispute ? [{ kind: 'finalize_dispute', fromS: dispute.timeout_at_s } as const] : []),
  ];
}

const finalize = (booking: ChainBooking): Action => ({
  kind: 'finalize',
  fromS: booking.finalizable_at_s ?? 0,
});
