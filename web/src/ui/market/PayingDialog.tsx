import type { ReactNode } from 'react';
import type { Deed } from '../../core/chain/deed';
import type { Escrow } from '../../core/chain/escrow';
import { useAppState } from '../app/context';
import { DeedDialog } from '../deed/DeedDialog';
import { useEscrow } from '../deed/use-escrow';
import { Dialog } from '../parts/Dialog';
import { S } from '../strings';
import { M } from './strings';
import { useAllowance } from './useAllowance';

interface Props {
  readonly title: string;
  /** The deed, with what the escrow may pull already; called once that is known. */
  readonly deed: (escrow: Escrow, allowance: bigint) => Deed;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** A deed that pays into the escrow, signed with the approval that it needs. Loaded when it is opened. */
export default function PayingDialog({ title, deed, onClose, onDone, children }: Props) {
  const escrow = useEscrow();
  const { wallet } = useAppState();
  const allowance = useAllowance(escrow, wallet);
  if (escrow && typeof allowance === 'bigint') {
    return (
      <DeedDialog title={title} deeds={[deed(escrow, allowance)]} onClose={onClose} onDone={onDone}>
        {children}
      </DeedDialog>
    );
  }
  return (
    <Dialog heading={title} closed={onClose}>
      {(close) => (
        <>
          <p role="status">{allowance === 'unknown' ? M.chainAway : S.loading}</p>
          <button type="button" onClick={close}>
            {M.close}
          </button>
        </>
      )}
    </Dialog>
  );
}
