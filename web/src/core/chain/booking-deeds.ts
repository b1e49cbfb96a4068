import { encodeFunctionData as encode } from 'viem';
import type { Role } from '../api/joined';
import { ESCROW } from './abi';
import type { Hex } from './call';
import type { Contracts, Deed } from './deed';
import { paying } from './paying';

/** The contract's numbers of what a session can have come to. */
const OUTCOMES = { Completed: 1, NoShowHost: 2, NoShowGuest: 3 } as const;

export type Outcome = keyof typeof OUTCOMES;

/** Deeds on a booking. Ids are the escrow's; `allowance` is what the escrow may pull already. */
export function bookingDeeds(contracts: Contracts) {
  const deed = (kind: string, data: Hex): Deed => ({
    kind,
    calls: [{ to: contracts.escrow, data }],
    pays: 0n,
  });
  return {
    book: (slot: { readonly slotId: bigint; readonly price: bigint }, allowance: bigint): Deed => {
      const data = encode({ abi: ESCROW, functionName: 'book', args: [slot.slotId] });
      return paying(contracts, deed('book', data), slot.price, allowance);
    },
    cancelBooking: (bookingId: bigint, as: Role): Deed => {
      const functionName = as === 'host' ? 'cancelBookingAsHost' : 'cancelBookingAsGuest';
      return deed('cancelBooking', encode({ abi: ESCROW, functionName, args: [bookingId] }));
    },
    challenge: (bookingId: bigint, bond: bigint, allowance: bigint): Deed => {
      const data = encode({ abi: ESCROW, functionName: 'challenge', args: [bookingId] });
      return paying(contracts, deed('challenge', data), bond, allowance);
    },
    claimIfUnattested: (bookingId: bigint): Deed =>
      deed(
        'claimIfUnattested',
        encode({ abi: ESCROW, functionName: 'claimIfUnattested', args: [bookingId] }),
      ),
    finalize: (bookingId: bigint): Deed =>
      deed('finalize', encode({ abi: ESCROW, functionName: 'finalize', args: [bookingId] })),
    finalizeDisputeByTimeout: (bookingId: bigint): Deed =>
      deed(
        'finalizeDisputeByTimeout',
        encode({ abi: ESCROW, functionName: 'finalizeDisputeByTimeout', args: [bookingId] }),
      ),
    resolveDispute: (bookingId: bigint, outcome: Outcome): Deed =>
      deed(
        'resolveDispute',
        encode({
          abi: ESCROW,
          functionName: 'resolveDispute',
          args: [bookingId, OUTCOMES[outcome]],
        }),
      ),
    /** Pays out what is owed, to the account itself unless another address is named. */
    withdrawOwed: (to?: Hex): Deed =>
      deed(
        'withdrawOwed',
        encode({ abi: ESCROW, functionName: 'withdrawOwed', args: to ? [to] : [] }),
      ),
  };
}
