import { encodeFunctionData as encode } from 'viem';
import { ESCROW } from './abi';
import { batches, type Contracts, type Deed, type SlotTerms } from './deed';

/** Twice as many would come near the gas that a transaction may use. */
const NEW_SLOTS_A_TRANSACTION = 20;
const CANCELLED_SLOTS_A_TRANSACTION = 32;

/** Deeds of a host: prices and slots. Several slots are as few transactions as they fit into. */
export function slotDeeds({ escrow }: Contracts) {
  return {
    /** For slots made from now on. */
    setBasePrice: (price: bigint): Deed => ({
      kind: 'setBasePrice',
      calls: [
        {
          to: escrow,
          data: encode({ abi: ESCROW, functionName: 'setHostBasePrice', args: [price] }),
        },
      ],
      pays: 0n,
    }),
    createSlots: (slots: readonly SlotTerms[]): readonly Deed[] =>
      batches(
        'createSlots',
        slots.map((slot) => ({
          to: escrow,
          data: encode({
            abi: ESCROW,
            functionName: 'createSlot',
            args: [
              slot.startS,
              slot.durationMins,
              slot.graceMins,
              slot.minOverlapMins,
              slot.cancelCutoffMins,
            ],
          }),
        })),
        NEW_SLOTS_A_TRANSACTION,
      ),
    cancelSlots: (slotIds: readonly bigint[]): readonly Deed[] =>
      batches(
        'cancelSlots',
        slotIds.map((slotId) => ({
          to: escrow,
          data: encode({ abi: ESCROW, functionName: 'cancelSlot', args: [slotId] }),
        })),
        CANCELLED_SLOTS_A_TRANSACTION,
      ),
  };
}
