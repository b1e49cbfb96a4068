import type { MediaReport } from '../../../core/api/booking-records';
import { localTimes } from '../../times';
import { ROLE, T } from './strings';

/** What the clients said of their media, for the reviewer. */
export function MediaReports({ reports }: { reports: readonly MediaReport[] }) {
  if (reports.length === 0) {
    return null;
  }
  return (
    <details className="card">
      <summary>{T.media.heading}</summary>
      <p className="hint">{T.media.hint}</p>
      <ul className="plain">
        {reports.map((each) => (
          <li key={`${each.role}-${each.at_ms}`}>
            {T.media.report(
              localTimes.timeOfDay(each.at_ms),
              ROLE[each.role],
              each.connected,
              each.bytes_sent,
              each.bytes_received,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
