import { lazy, Suspense, useState } from 'react';
import {
  type ChainBooking,
  SETTLED_OUTCOMES,
  type SettledOutcome,
} from '../../../core/api/chain-booking';
import { resolutionOf } from '../../../core/session/consequences';
import { SharesTable } from '../session/Shares';
import { outcomeText, T } from '../session/strings';
import { useMoney } from '../session/useMoney';
import { R } from './strings';

const ResolveDialog = lazy(() => import('./ResolveDialog'));

interface Props {
  readonly booking: ChainBooking;
  readonly isFresh: boolean;
  readonly onDone: () => void;
}

/** The reviewer's decision, with what each answer does to the money. */
export function Resolve({ booking, isFresh, onDone }: Props) {
  const [outcome, setOutcome] = useState<SettledOutcome>();
  const [isAsking, setIsAsking] = useState(false);
  if (booking.status !== 'Disputed') {
    return (
      <p className="card" role="status" data-status={booking.status}>
        {T.status[booking.status][0]}: {outcomeText(booking.outcome)}
      </p>
    );
  }
  return (
    <section className="card" aria-labelledby="resolve">
      <h2 id="resolve">{R.resolve}</h2>
      <fieldset className="choices">
        <legend>{R.choices}</legend>
        {SETTLED_OUTCOMES.map((each) => (
          <div key={each} className="choice">
            <label className="check">
              <input
                type="radio"
                name="outcome"
                value={each}
                checked={outcome === each}
                aria-describedby={`does-${each}`}
                onChange={() => setOutcome(each)}
              />
              <span>{outcomeText(each)}</span>
            </label>
            <div id={`does-${each}`}>
              <Resolution booking={booking} outcome={each} />
            </div>
          </div>
        ))}
      </fieldset>
      <p className="hint">{R.final}</p>
      <div className="row">
        <button
          type="button"
          className="primary"
          data-action="resolve"
          disabled={!isFresh || outcome === undefined}
          onClick={() => setIsAsking(true)}
        >
          {R.confirm}
        </button>
      </div>
      {isAsking && outcome && (
        <Suspense fallback={<p role="status">{T.actions.opening}</p>}>
          <ResolveDialog
            booking={booking}
            outcome={outcome}
            onClose={() => setIsAsking(false)}
            onDone={onDone}
          />
        </Suspense>
      )}
    </section>
  );
}

interface ResolutionProps {
  readonly booking: ChainBooking;
  readonly outcome: SettledOutcome;
}

/** What one answer would do. */
export function Resolution({ booking, outcome }: ResolutionProps) {
  const money = useMoney();
  const resolution = resolutionOf(booking, outcome);
  if (!resolution) {
    return null;
  }
  const { isChanged, bond, bondTo, shares } = resolution;
  return (
    <div className="resolution" data-outcome={outcome} data-bond-to={bondTo}>
      <small>
        {isChanged ? R.changes : R.keeps} {R.bondTo(money(bond), T.consequences.toWhom[bondTo])}{' '}
        {R.creditedNow}
      </small>
      <SharesTable shares={shares} />
    </div>
  );
}
