import type { Conditions } from '../../../core/schedule/slot-terms';
import type { Span } from '../../../core/schedule/slots';
import DeedsDialog from '../../market/DeedsDialog';
import { useMoney } from '../session/useMoney';
import { T } from './strings';

interface Props {
  readonly slots: readonly Span[];
  readonly conditions: Conditions;
  /** Token units. */
  readonly price: bigint;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Makes times, as many in one transaction as fit. */
export default function MakeDialog({ slots, conditions, price, onClose, onDone }: Props) {
  const money = useMoney();
  return (
    <DeedsDialog
      title={T.make.title}
      deeds={(deeds) => deeds.createSlots(slots.map(({ startS }) => ({ startS, ...conditions })))}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{T.make.consequence(slots.length, money(price))}</p>
    </DeedsDialog>
  );
}
