import { useEffect, useState } from 'react';
import type { Hex } from '../../core/chain/call';
import type { Escrow } from '../../core/chain/escrow';

/** What the escrow may pull from a wallet already, read once; undefined until it is known. */
export function useAllowance(
  escrow: Escrow | undefined,
  wallet: string | undefined,
): bigint | 'unknown' | undefined {
  const [allowance, setAllowance] = useState<bigint | 'unknown'>();
  useEffect(() => {
    if (escrow && wallet) {
      escrow.reads.allowance(wallet as Hex).then(setAllowance, () => setAllowance('unknown'));
    }
  }, [escrow, wallet]);
  return allowance;
}
