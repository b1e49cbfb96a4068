/** 0x hex. */
export type Hex = `0x${string}`;

/** A contract call of a transaction. */
export interface ChainCall {
  readonly to: Hex;
  readonly data: Hex;
}
