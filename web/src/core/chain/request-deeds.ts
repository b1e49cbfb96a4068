import { encodeFunctionData as encode, zeroAddress } from 'viem';
import { ESCROW } from './abi';
import type { Hex } from './call';
import type { Contracts, Deed, SlotTerms } from './deed';
import { paying } from './paying';

/** A guest's offer; times are unix seconds, the amount token units. */
export interface Offer {
  /** Absent: any host may accept. */
  readonly host?: Hex;
  readonly windowStartS: number;
  readonly windowEndS: number;
  readonly durationMins: number;
  readonly amount: bigint;
  readonly expiryS: number;
}

/** Deeds on a guest's request. */
export function requestDeeds(contracts: Contracts) {
  const { escrow } = contracts;
  return {
    createRequest: (offer: Offer, allowance: bigint): Deed => {
      const data = encode({
        abi: ESCROW,
        functionName: 'createRequest',
        args: [
          offer.host ?? zeroAddress,
          offer.windowStartS,
          offer.windowEndS,
          offer.durationMins,
          offer.amount,
          offer.expiryS,
        ],
      });
      const deed = { kind: 'createRequest', calls: [{ to: escrow, data }], pays: 0n };
      return paying(contracts, deed, offer.amount, allowance);
    },
    cancelRequest: (requestId: bigint): Deed => ({
      kind: 'cancelRequest',
      calls: [
        {
          to: escrow,
          data: encode({ abi: ESCROW, functionName: 'cancelRequest', args: [requestId] }),
        },
      ],
      pays: 0n,
    }),
    /** The request has its duration already. */
    acceptRequest: (requestId: bigint, terms: Omit<SlotTerms, 'durationMins'>): Deed => ({
      kind: 'acceptRequest',
      calls: [
        {
          to: escrow,
          data: encode({
            abi: ESCROW,
            functionName: 'acceptRequest',
            args: [
              requestId,
              terms.startS,
              terms.graceMins,
              terms.minOverlapMins,
              terms.cancelCutoffMins,
            ],
          }),
        },
      ],
      pays: 0n,
    }),
  };
}
