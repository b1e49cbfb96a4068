import type { ChainCall, Hex } from '../chain/call';
import type { Wallet } from '../wallet/wallet';

/** What lets a reloaded page find the account again; holds no secret. */
export interface KeptAccount {
  readonly kind: 'passkey' | 'injected' | 'dev';
  readonly name: string;
  readonly address: string;
}

/** An account that can sign in, and send what is to be done on chain. */
export interface Account extends Wallet {
  readonly kept: KeptAccount;

  /**
   * Signs and sends calls that belong together, as one transaction with one signature; its hash.
   * Rejects where the owner says no or the node does not take it.
   */
  send(calls: readonly ChainCall[]): Promise<Hex>;
}
