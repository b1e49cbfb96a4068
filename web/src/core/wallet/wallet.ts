/** An account that can sign in. */
export interface Wallet {
  readonly name: string;
  /** Checksummed 0x hex. */
  readonly address: string;

  /** Signs a text as a personal message (ERC-191); 0x hex. Rejects where its owner says no. */
  signPersonalMessage(text: string): Promise<string>;
}
