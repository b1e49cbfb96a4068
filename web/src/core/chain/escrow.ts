import { isAddress } from 'viem';
import type { About } from '../api/about';
import type { Token } from './amount';
import type { Hex } from './call';
import { Chain } from './chain';
import type { Contracts } from './deed';
import { type Deeds, deedsOf } from './deeds';
import { EscrowReads } from './escrow-reads';
import type { Provider } from './provider';

/** An installation's escrow: what can be done and asked there, and in which money. */
export interface Escrow {
  readonly chainId: number;
  readonly contracts: Contracts;
  readonly token: Token & { readonly address: Hex };
  /** Pays fees where the payment token does not reach. */
  readonly feeToken: Hex;
  readonly chain: Chain;
  readonly deeds: Deeds;
  readonly reads: EscrowReads;
}

/** The escrow that the service names; nothing where it names none. */
export function openEscrow(about: About, node: Provider): Escrow | undefined {
  const { escrow, token, fee_token } = about;
  if (!token || !isAddress(escrow) || !isAddress(token.address)) {
    return undefined;
  }
  const contracts = { escrow, token: token.address };
  const chain = new Chain(node);
  return {
    chainId: about.chain_id,
    contracts,
    token: { address: token.address, symbol: token.symbol, decimals: token.decimals },
    feeToken: isAddress(fee_token) ? fee_token : token.address,
    chain,
    deeds: deedsOf(contracts),
    reads: new EscrowReads(chain, contracts),
  };
}
