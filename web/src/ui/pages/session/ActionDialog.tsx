import { useEffect, useState } from 'react';
import type { ChainBooking } from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import type { Hex } from '../../../core/chain/call';
import type { Deed } from '../../../core/chain/deed';
import type { Escrow } from '../../../core/chain/escrow';
import { type DeedKind, deedOf } from '../../../core/session/action-deeds';
import { useAppState } from '../../app/context';
import { DeedDialog } from '../../deed/DeedDialog';
import { useEscrow } from '../../deed/use-escrow';
import { Consequences } from './Consequences';
import { T } from './strings';

interface Props {
  readonly kind: DeedKind;
  readonly booking: ChainBooking;
  readonly role: Role | undefined;
  /** The service's clock, unix seconds. */
  readonly nowS: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** An action with what follows from it, to be signed. */
export default function ActionDialog({ kind, booking, role, nowS, onClose, onDone }: Props) {
  const escrow = useEscrow();
  const { wallet } = useAppState();
  const allowance = useAllowance(kind, escrow, wallet as Hex | undefined);
  if (!escrow || allowance === undefined) {
    return <p role="status">{T.actions.opening}</p>;
  }
  if (allowance === 'unknown') {
    return <p role="alert">{T.actions.chainAway}</p>;
  }
  const deeds: readonly Deed[] = [deedOf(kind, booking, escrow.deeds, allowance)];
  return (
    <DeedDialog title={T.actions.names[kind]} deeds={deeds} onClose={onClose} onDone={onDone}>
      <Consequences kind={kind} booking={booking} role={role} nowS={nowS} />
    </DeedDialog>
  );
}

/** What the escrow may pull already: read where the action pulls something. */
function useAllowance(
  kind: DeedKind,
  escrow: Escrow | undefined,
  wallet: Hex | undefined,
): bigint | 'unknown' | undefined {
  const [allowance, setAllowance] = useState<bigint | 'unknown'>();
  useEffect(() => {
    if (kind === 'challenge' && escrow && wallet) {
      escrow.reads.allowance(wallet).then(setAllowance, () => setAllowance('unknown'));
    }
  }, [kind, escrow, wallet]);
  return kind === 'challenge' ? allowance : 0n;
}
