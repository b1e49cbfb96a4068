import { roleOf } from '../../../core/api/booking';
import { isUrgent, type QueuedDispute } from '../../../core/review/disputes';
import { Countdown, Moment } from '../session/Moment';
import { outcomeText, ROLE } from '../session/strings';
import { useMoney } from '../session/useMoney';
import { R } from './strings';

interface Props {
  readonly disputes: readonly QueuedDispute[];
  /** The service's clock, unix seconds. */
  readonly nowS: number;
  readonly choose: (dispute: QueuedDispute) => void;
}

/** What waits for a review, soonest timeout first. */
export function Queue({ disputes, nowS, choose }: Props) {
  if (disputes.length === 0) {
    return <p className="card">{R.none}</p>;
  }
  return (
    <ol className="queue">
      {disputes.map((each) => (
        <li
          key={`${each.escrow}-${each.booking_id}`}
          className="card"
          data-dispute={each.booking_id}
          data-status={isUrgent(each, nowS) ? 'urgent' : 'waiting'}
        >
          <h2>{R.session(each.booking_id)}</h2>
          <QueuedFacts queued={each} nowS={nowS} />
          <div className="row">
            <button type="button" data-action="review" onClick={() => choose(each)}>
              {R.look}
              <span className="visually-hidden"> {R.session(each.booking_id)}</span>
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What a dispute is about, and how much time it has. */
export function QueuedFacts({ queued, nowS }: { queued: QueuedDispute; nowS: number }) {
  const money = useMoney();
  const challenger = roleOf(queued, queued.challenger);
  return (
    <>
      {isUrgent(queued, nowS) && <p className="urgent">{R.urgent}</p>}
      <dl className="facts queue-facts">
        <div>
          <dt>{R.attested}</dt>
          <dd>{outcomeText(queued.outcome)}</dd>
        </div>
        <div>
          <dt>{R.challengedBy}</dt>
          <dd>{challenger ? ROLE[challenger] : queued.challenger}</dd>
        </div>
        <div>
          <dt>{R.amount}</dt>
          <dd>{money(queued.amount)}</dd>
        </div>
        <div>
          <dt>{R.bond}</dt>
          <dd>{money(queued.bond)}</dd>
        </div>
        <div>
          <dt>{R.timesOut}</dt>
          <dd>
            <Moment atS={queued.times_out_at_s} />{' '}
            <Countdown atS={queued.times_out_at_s} nowS={nowS} />
          </dd>
        </div>
      </dl>
    </>
  );
}
