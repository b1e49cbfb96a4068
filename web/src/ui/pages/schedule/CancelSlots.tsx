import { lazy, Suspense } from 'react';
import { S } from '../../strings';
import { T } from './strings';

const DeedsDialog = lazy(() => import('../../market/DeedsDialog'));

interface Props {
  /** Those of when it is opened count. */
  readonly slotIds: readonly number[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes open times back, as many as fit in one signature. */
export function CancelSlots({ slotIds, onClose, onDone }: Props) {
  return (
    <Suspense fallback={<p role="status">{S.loading}</p>}>
      <DeedsDialog
        title={T.calendar.title}
        deeds={(deeds) => deeds.cancelSlots(slotIds.map(BigInt))}
        onClose={onClose}
        onDone={onDone}
      >
        <p>{T.calendar.consequence(slotIds.length)}</p>
        <p className="hint">{T.calendar.race}</p>
      </DeedsDialog>
    </Suspense>
  );
}
