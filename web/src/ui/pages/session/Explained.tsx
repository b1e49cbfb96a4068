import type { Explanation } from '../../../core/api/booking-records';
import { duration } from '../../format';
import { Moment } from './Moment';
import { T } from './strings';

/** The service's own words on why the booking is where it is. */
export function Explained({ explanation }: { explanation: Explanation }) {
  const { summary, verdict, next } = explanation;
  return (
    <section className="card" aria-labelledby="explained">
      <h2 id="explained">{T.explained.heading}</h2>
      <p data-status="explanation">{summary}</p>
      {verdict?.charges && (
        <p>
          {T.explained.charges(
            duration(verdict.charges.host_missing_ms),
            duration(verdict.charges.guest_missing_ms),
          )}
        </p>
      )}
      <p className="hint">
        {T.explained.next} {next.what} {next.at_s !== undefined && <Moment atS={next.at_s} />}
      </p>
    </section>
  );
}
