import type { ChainCall, Hex } from '../chain/call';
import type { Wallet } from '../wallet/wallet';

/** One transaction as it is shown to its owner before it is signed. */
export interface Sending {
  readonly calls: readonly ChainCall[];
  readonly gas: bigint;
  /** Attodollars a gas. */
  readonly maxFeePerGas: bigint;
  readonly feeToken: Hex;
}

/** A transaction under way. */
export interface Sent {
  readonly hash: Hex;
  /** Block time, unix seconds, from which it can no longer be mined; absent where it has no end. */
  readonly endS?: bigint;
}

/** An account that can sign in, and send what is to be done on chain. */
export interface Account extends Wallet {
  /** How often its owner is asked to sign for so many calls; 0 where nobody is asked. */
  signatures(calls: number): number;

  /**
   * Signs and sends calls that belong together: as one transaction with one signature, unless
   * {@link signatures} says otherwise. Rejects where the owner says no or the node does not take it.
   */
  send(sending: Sending): Promise<Sent>;
}
