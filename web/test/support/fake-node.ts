import { type Hex, numberToHex } from 'viem';
import type { Provider } from '../../src/core/chain/provider';

interface Asked {
  readonly to: Hex;
  readonly data: Hex;
  readonly from?: string;
}

/** A chain's node in memory: what calls return, and which transactions are in a block. */
export class FakeNode implements Provider {
  isAway = false;
  timestampS = 1_795_000_000;
  baseFeePerGas = 20n * 10n ** 9n;
  readonly sent: Hex[] = [];
  private readonly receipts = new Map<string, boolean>();

  /** `answer` returns a call's result, or throws what a node would. */
  constructor(private readonly answer: (asked: Asked) => Hex = () => '0x') {}

  mine(hash: string, hasSucceeded = true): void {
    this.receipts.set(hash, hasSucceeded);
  }

  async request({ method, params = [] }: { method: string; params?: readonly unknown[] }) {
    if (this.isAway) {
      throw new TypeError('fetch failed');
    }
    switch (method) {
      case 'eth_call':
        return this.answer(params[0] as Asked);
      case 'eth_getBlockByNumber':
        return {
          number: '0x10',
          timestamp: numberToHex(this.timestampS),
          baseFeePerGas: numberToHex(this.baseFeePerGas),
        };
      case 'eth_sendRawTransaction':
        this.sent.push(params[0] as Hex);
        return '0x';
      case 'eth_getTransactionReceipt':
        return this.receipt(String(params[0]));
      default:
        throw Object.assign(new Error(`no ${method}`), { code: -32_601 });
    }
  }

  private receipt(hash: string): object | null {
    const hasSucceeded = this.receipts.get(hash);
    return hasSucceeded === undefined
      ? null
      : { blockNumber: '0x11', status: hasSucceeded ? '0x1' : '0x0' };
  }
}

/** What a node throws where a call reverts. */
export const reverting = (data: Hex): Error =>
  Object.assign(new Error('execution reverted'), { code: 3, data });
