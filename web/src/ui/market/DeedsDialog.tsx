import type { ReactNode } from 'react';
import type { Deed } from '../../core/chain/deed';
import type { Deeds } from '../../core/chain/deeds';
import { DeedDialog } from '../deed/DeedDialog';
import { useEscrow } from '../deed/use-escrow';

interface Props {
  readonly title: string;
  readonly deeds: (of: Deeds) => readonly Deed[];
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Deeds that pay nothing, to be signed. Loaded when it is opened: it brings the chain's code. */
export default function DeedsDialog({ title, deeds, onClose, onDone, children }: Props) {
  const escrow = useEscrow();
  return (
    <DeedDialog
      title={title}
      deeds={escrow ? deeds(escrow.deeds) : []}
      onClose={onClose}
      onDone={onDone}
    >
      {children}
    </DeedDialog>
  );
}
