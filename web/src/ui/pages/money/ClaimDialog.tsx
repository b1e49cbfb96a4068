import type { Hex } from '../../../core/chain/call';
import { DeedDialog } from '../../deed/DeedDialog';
import { useEscrow } from '../../deed/use-escrow';
import { useMoney } from '../session/useMoney';
import { M } from './strings';

interface Props {
  /** Units. */
  readonly amount: bigint;
  readonly to: Hex;
  readonly isToOneself: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Claims everything that is owed. */
export default function ClaimDialog({ amount, to, isToOneself, onClose, onDone }: Props) {
  const money = useMoney();
  const escrow = useEscrow();
  const deeds = escrow ? [escrow.deeds.withdrawOwed(isToOneself ? undefined : to)] : [];
  return (
    <DeedDialog title={M.claim.title} deeds={deeds} onClose={onClose} onDone={onDone}>
      <p>{isToOneself ? M.claim.toYou(money(amount)) : M.claim.toOther(money(amount), to)}</p>
      <p className="hint">{M.claim.all}</p>
    </DeedDialog>
  );
}
