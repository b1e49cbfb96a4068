import type { Hex } from '../../../core/chain/call';
import type { Payout } from '../../../core/chain/escrow-reads';
import { deedProblem } from '../../deed/strings';
import { useEscrow } from '../../deed/use-escrow';
import { M } from './strings';
import { type ChainValue, useChainValue } from './useChainValue';

interface Props {
  readonly from: Hex;
  readonly to: Hex;
  readonly asOfBlock: number;
}

/** What the token would do with the payout, before anybody signs it; silent where it is taken. */
export function PayoutWarning({ from, to, asOfBlock }: Props) {
  const escrow = useEscrow();
  const payout = useChainValue(escrow ? `${from} ${to} ${asOfBlock}` : '', () =>
    escrow ? escrow.reads.payout(from, to) : Promise.reject(),
  );
  return (
    <p className="problem" role="alert" data-payout={kindOf(payout)}>
      {warningOf(payout)}
    </p>
  );
}

const kindOf = (payout: ChainValue<Payout>): string =>
  typeof payout === 'object' ? payout.kind : (payout ?? 'asking');

function warningOf(payout: ChainValue<Payout>): string {
  if (typeof payout !== 'object' || payout.kind === 'taken') {
    return '';
  }
  return payout.kind === 'diverted' ? M.claim.diverted : M.claim.refused(deedProblem(payout.code));
}
