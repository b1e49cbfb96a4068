import { decodeFunctionResult, encodeFunctionData } from 'viem';
import { ESCROW, TOKEN, TRANSFER_POLICY } from './abi';
import type { Hex } from './call';
import type { Chain } from './chain';
import type { Contracts } from './deed';
import { isAnswer } from './problems';
import { reasonOf, revertData } from './revert';

/** Keeps the tokens' transfer policies. */
const POLICIES = '0x403c000000000000000000000000000000000000';

/**
 * What would become of a payout: taken, diverted to where its receiver cannot reach it, or refused,
 * with the reason's code.
 */
export type Payout =
  | { readonly kind: 'taken' }
  | { readonly kind: 'diverted' }
  | { readonly kind: 'refused'; readonly code: string };

/** Reads of the escrow and its token, as of now; amounts are token units. All reject like {@link Chain}. */
export class EscrowReads {
  constructor(
    private readonly chain: Chain,
    private readonly contracts: Contracts,
  ) {}

  /** What the escrow may pull from an account. */
  async allowance(owner: Hex): Promise<bigint> {
    const { escrow, token } = this.contracts;
    const ask = { abi: TOKEN, functionName: 'allowance', args: [owner, escrow] } as const;
    const data = await this.chain.call({ to: token, data: encodeFunctionData(ask) });
    return decodeFunctionResult({ ...ask, data });
  }

  /** What an account holds of the payment token, or of another. */
  async balance(owner: Hex, token = this.contracts.token): Promise<bigint> {
    const ask = { abi: TOKEN, functionName: 'balanceOf', args: [owner] } as const;
    const data = await this.chain.call({ to: token, data: encodeFunctionData(ask) });
    return decodeFunctionResult({ ...ask, data });
  }

  /** What the escrow owes an account. */
  async owed(account: Hex): Promise<bigint> {
    const ask = { abi: ESCROW, functionName: 'owed', args: [account] } as const;
    const data = await this.chain.call({
      to: this.contracts.escrow,
      data: encodeFunctionData(ask),
    });
    return decodeFunctionResult({ ...ask, data });
  }

  /** A host's price for new slots; zero where none is set. */
  async basePrice(host: Hex): Promise<bigint> {
    const ask = { abi: ESCROW, functionName: 'hostBasePrice', args: [host] } as const;
    const data = await this.chain.call({
      to: this.contracts.escrow,
      data: encodeFunctionData(ask),
    });
    return decodeFunctionResult({ ...ask, data });
  }

  /** What would become of a payout of what is owed, by asking without doing. */
  async payout(account: Hex, to: Hex): Promise<Payout> {
    const data = encodeFunctionData({ abi: ESCROW, functionName: 'withdrawOwed', args: [to] });
    try {
      await this.chain.call({ to: this.contracts.escrow, data }, account);
    } catch (error) {
      return refusedBy(error);
    }
    return (await this.isDiverted(to)) ? { kind: 'diverted' } : { kind: 'taken' };
  }

  /** Chains from before TIP-1028 divert nothing and do not know the question. */
  private async isDiverted(to: Hex): Promise<boolean> {
    const { escrow, token } = this.contracts;
    const ask = {
      abi: TRANSFER_POLICY,
      functionName: 'validateReceivePolicy',
      args: [token, escrow, to],
    } as const;
    try {
      const data = await this.chain.call({ to: POLICIES, data: encodeFunctionData(ask) });
      return data !== '0x' && !decodeFunctionResult({ ...ask, data })[0];
    } catch (error) {
      if (isAnswer(error)) {
        return false;
      }
      throw error;
    }
  }
}

function refusedBy(error: unknown): Payout {
  const data = revertData(error);
  if (data === undefined) {
    throw error;
  }
  return { kind: 'refused', code: reasonOf(data) };
}
