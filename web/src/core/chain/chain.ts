import { hexToBigInt, isHex } from 'viem';
import { Malformed, object, optional, type Parser, text } from '../parse';
import type { ChainCall, Hex } from './call';
import type { Provider } from './provider';

/** The newest block. */
export interface Head {
  readonly number: bigint;
  /** Unix seconds. */
  readonly timestampS: bigint;
  /** Attodollars a gas. */
  readonly baseFeePerGas: bigint;
}

/** What came of a transaction in its block. */
export interface Receipt {
  readonly block: bigint;
  readonly hasSucceeded: boolean;
}

const hex: Parser<Hex> = (value, where) => {
  if (!isHex(value)) {
    throw new Malformed(`${where} is not hex`);
  }
  return value;
};

const quantity: Parser<bigint> = (value, where) => hexToBigInt(hex(value, where));

const head = object({ number: quantity, timestamp: quantity, baseFeePerGas: quantity });
const receipt = optional(object({ blockNumber: quantity, status: text }));

/** Questions to the chain's node. All reject where it does not answer, or refuses. */
export class Chain {
  constructor(private readonly node: Provider) {}

  /** What a call would return now; rejects with the revert's data where it would revert. */
  async call({ to, data }: ChainCall, from?: string): Promise<Hex> {
    const request = { to, data, ...(from && { from }) };
    return hex(await this.ask('eth_call', request, 'latest'), 'eth_call');
  }

  async head(): Promise<Head> {
    const { number, timestamp, baseFeePerGas } = head(
      await this.ask('eth_getBlockByNumber', 'latest', false),
      'block',
    );
    return { number, timestampS: timestamp, baseFeePerGas };
  }

  async send(signed: Hex): Promise<void> {
    await this.ask('eth_sendRawTransaction', signed);
  }

  /** Nothing while it is in no block. */
  async receipt(hash: Hex): Promise<Receipt | undefined> {
    const found = receipt(await this.ask('eth_getTransactionReceipt', hash), 'receipt');
    return found && { block: found.blockNumber, hasSucceeded: found.status === '0x1' };
  }

  private ask(method: string, ...params: readonly unknown[]): Promise<unknown> {
    return this.node.request({ method, params });
  }
}
