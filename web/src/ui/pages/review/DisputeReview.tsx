import type { QueuedDispute } from '../../../core/review/disputes';
import { idOf } from '../../../core/review/disputes';
import { useAppState } from '../../app/context';
import { useObservable } from '../../hooks';
import { problemText } from '../../strings';
import { Records } from '../session/SessionView';
import { useSession } from '../session/useSession';
import { Resolve } from './Resolve';
import { R } from './strings';

interface Props {
  readonly queued: QueuedDispute;
  readonly isFresh: boolean;
  /** Reads the queue again. */
  readonly reload: () => void;
}

/** One dispute: who was there, the record, both texts, and the decision. */
export function DisputeReview({ queued, isFresh, reload }: Props) {
  const { about } = useAppState();
  const session = useSession(idOf(queued, about?.escrow ?? ''));
  const { booking, records, recordsProblem, problem } = useObservable(session);
  if (!booking) {
    return <p role="status">{problem === '' ? R.loading : problemText(problem)}</p>;
  }
  return (
    <section className="session-columns" aria-label={R.session(queued.booking_id)}>
      <div className="stack">
        {records ? (
          <Records records={records} booking={booking} session={session} canSpeak={false} />
        ) : (
          <p role="status">
            {booking.status === 'Disputed' ? problemText(recordsProblem) : R.recordsGone}
          </p>
        )}
      </div>
      <Resolve
        booking={booking}
        isFresh={isFresh && problem === ''}
        onDone={() => {
          void session.reload();
          reload();
        }}
      />
    </section>
  );
}
