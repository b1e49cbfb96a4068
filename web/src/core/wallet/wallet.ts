/** What lets another page find the account again; holds no secret. */
export interface KeptAccount {
  readonly kind: 'passkey' | 'injected' | 'dev';
  readonly name: string;
  /** Checksummed 0x hex. */
  readonly address: string;
}

/** An account that can sign in. */
export interface Wallet {
  readonly name: string;
  /** Checksummed 0x hex. */
  readonly address: string;
  readonly kept: KeptAccount;

  /** Signs a text as a personal message (ERC-191); 0x hex. Rejects where its owner says no. */
  signPersonalMessage(text: string): Promise<string>;
}
