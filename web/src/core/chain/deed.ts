import type { ChainCall, Hex } from './call';

/** One thing that a person does on chain: calls that are one transaction. */
export interface Deed {
  readonly kind: string;
  readonly calls: readonly ChainCall[];
  /** Units of the payment token that leave the account into the escrow. */
  readonly pays: bigint;
}

/** Where an installation's money is. */
export interface Contracts {
  readonly escrow: Hex;
  /** The payment token. */
  readonly token: Hex;
}

/** Terms of a slot that are not its price; `startS` is unix seconds. */
export interface SlotTerms {
  readonly startS: number;
  readonly durationMins: number;
  readonly graceMins: number;
  readonly minOverlapMins: number;
  readonly cancelCutoffMins: number;
}

/**
 * Calls that do not depend on each other, in as few transactions as they fit into.
 *
 * @param most calls a transaction: the chain takes 32, and 30M gas
 */
export function batches(kind: string, calls: readonly ChainCall[], most: number): readonly Deed[] {
  return calls.length === 0
    ? []
    : [{ kind, calls: calls.slice(0, most), pays: 0n }, ...batches(kind, calls.slice(most), most)];
}
