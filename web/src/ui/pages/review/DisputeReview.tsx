import { idOf, type QueuedDispute } from '../../../core/review/disputes';
import type { Session } from '../../../core/session/session';
import { useAppState } from '../../app/context';
import { useFocusOnArrival, useObservable } from '../../hooks';
import { problemText } from '../../strings';
import { NotRead } from '../session/NotRead';
import { Records } from '../session/Records';
import { useSession } from '../session/useSession';
import { QueuedFacts } from './Queue';
import { Resolve } from './Resolve';
import { R } from './strings';

interface Props {
  readonly queued: QueuedDispute;
  /** The service's clock, unix seconds. */
  readonly nowS: number;
  readonly isFresh: boolean;
  /** Reads the queue again. */
  readonly reload: () => void;
  readonly close: () => void;
}

/** One dispute: who was there, the record, both texts, and the decision. */
export function DisputeReview({ queued, nowS, isFresh, reload, close }: Props) {
  const { about } = useAppState();
  const session = useSession(idOf(queued, about?.escrow ?? ''));
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="session" data-review={queued.booking_id}>
      <div className="row">
        <button type="button" className="quiet" data-action="back" onClick={close}>
          {R.close}
        </button>
      </div>
      <section className="card" aria-labelledby="dispute">
        <h1 id="dispute" ref={heading} tabIndex={-1}>
          {R.session(queued.booking_id)}
        </h1>
        <QueuedFacts queued={queued} nowS={nowS} />
      </section>
      <Evidence session={session} isFresh={isFresh} reload={reload} />
    </div>
  );
}

interface EvidenceProps extends Pick<Props, 'isFresh' | 'reload'> {
  readonly session: Session;
}

function Evidence({ session, isFresh, reload }: EvidenceProps) {
  const { booking, records, recordsProblem, problem } = useObservable(session);
  if (!booking) {
    return problem === '' ? (
      <p role="status">{R.loading}</p>
    ) : (
      <NotRead problem={problem} again={() => void session.reload()} />
    );
  }
  return (
    <div className="session-columns">
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
    </div>
  );
}
