/** Answers JSON-RPC (EIP-1193): a wallet of the browser, or the chain's node. */
export interface Provider {
  request(call: { method: string; params?: readonly unknown[] }): Promise<unknown>;
}
