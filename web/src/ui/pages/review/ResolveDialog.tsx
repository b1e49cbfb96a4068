import type { ChainBooking, SettledOutcome } from '../../../core/api/chain-booking';
import { resolutionDeed } from '../../../core/session/action-deeds';
import { DeedDialog } from '../../deed/DeedDialog';
import { useEscrow } from '../../deed/use-escrow';
import { outcomeText, T } from '../session/strings';
import { Resolution } from './Resolve';
import { R } from './strings';

interface Props {
  readonly booking: ChainBooking;
  readonly outcome: SettledOutcome;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The decision, to be signed. */
export default function ResolveDialog({ booking, outcome, onClose, onDone }: Props) {
  const escrow = useEscrow();
  if (!escrow) {
    return <p role="status">{T.actions.opening}</p>;
  }
  const deeds = [resolutionDeed(booking, outcome, escrow.deeds)];
  return (
    <DeedDialog title={R.resolve} deeds={deeds} onClose={onClose} onDone={onDone}>
      <p>{outcomeText(outcome)}</p>
      <Resolution booking={booking} outcome={outcome} />
    </DeedDialog>
  );
}
