import { span } from '../../format';
import { localTimes } from '../../times';
import { T } from './strings';

/** A point in time in the zone of whoever looks. */
export function Moment({ atS }: { atS: number }) {
  const atMs = atS * 1_000;
  return <time dateTime={new Date(atMs).toISOString()}>{localTimes.moment(atMs)}</time>;
}

/** How long until then; silent for screen readers, since it changes every second. */
export function Countdown({ atS, nowS }: { atS: number; nowS: number }) {
  return (
    <span className="countdown" role="timer" aria-live="off">
      {T.deadlines.in(span((atS - nowS) * 1_000))}
    </span>
  );
}
