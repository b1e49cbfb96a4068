import { encodeFunctionData as encode } from 'viem';
import { TOKEN } from './abi';
import type { Contracts, Deed } from './deed';

/** A deed whose call pulls so many units; approves exactly them where the escrow may not yet. */
export function paying(
  { escrow, token }: Contracts,
  deed: Deed,
  units: bigint,
  allowance: bigint,
): Deed {
  const data = encode({ abi: TOKEN, functionName: 'approve', args: [escrow, units] });
  const calls = allowance >= units ? deed.calls : [{ to: token, data }, ...deed.calls];
  return { ...deed, calls, pays: units };
}
