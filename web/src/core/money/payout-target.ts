import { isAddress, zeroAddress } from 'viem';
import type { Hex } from '../chain/call';
import type { Contracts } from '../chain/deed';

/** Where a payout goes, or why not there. */
export type PayoutTarget =
  | { readonly kind: 'ok'; readonly to: Hex }
  | { readonly kind: 'wrong'; readonly reason: 'not_an_address' | 'zero' | 'contract' };

/**
 * Checks what somebody typed as the receiver of a payout. An address in mixed case carries a
 * checksum (ERC-55), and a slip shows in it; the escrow and its token could never pass it on.
 */
export function payoutTarget(text: string, { escrow, token }: Contracts): PayoutTarget {
  const typed = text.trim();
  if (!isAddress(typed)) {
    return { kind: 'wrong', reason: 'not_an_address' };
  }
  const same = (other: string) => other.toLowerCase() === typed.toLowerCase();
  if (same(zeroAddress)) {
    return { kind: 'wrong', reason: 'zero' };
  }
  return [escrow, token].some(same)
    ? { kind: 'wrong', reason: 'contract' }
    : { kind: 'ok', to: typed };
}
