import type { Deadline } from '../../../core/session/steps';
import { Countdown, Moment } from './Moment';
import { T } from './strings';

interface Props {
  readonly deadlines: readonly Deadline[];
  /** The service's clock, unix seconds. */
  readonly nowS: number;
}

/** What changes by itself, and when. */
export function Deadlines({ deadlines, nowS }: Props) {
  if (deadlines.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{T.deadlines.heading}</h2>
      <dl className="facts">
        {deadlines.map(({ kind, atS }) => (
          <div key={kind} data-deadline={kind}>
            <dt>{T.deadlines.kinds[kind]}</dt>
            <dd>
              <Moment atS={atS} /> <Countdown atS={atS} nowS={nowS} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
