import type { ChainBooking } from '../../../core/api/chain-booking';
import { pictureOf } from '../../../core/session/presence';
import type { BookingRecords, Session } from '../../../core/session/session';
import { Explained } from './Explained';
import { MediaReports } from './MediaReports';
import { Metrics } from './Metrics';
import { Presence } from './Presence';
import { Statements } from './Statements';

interface Props {
  readonly records: BookingRecords;
  readonly booking: ChainBooking;
  readonly session: Session;
  readonly canSpeak: boolean;
}

/** What the parties, and the reviewer of a dispute, see besides. */
export function Records({ records, booking, session, canSpeak }: Props) {
  const { explanation, statements, metrics } = records;
  return (
    <>
      <Presence picture={pictureOf(booking, explanation)} />
      <MediaReports reports={explanation.presence?.media ?? []} />
      <Explained explanation={explanation} />
      {(canSpeak || statements.length > 0) && (
        <Statements statements={statements} session={session} canSpeak={canSpeak} />
      )}
      {metrics && <Metrics metrics={metrics} hash={booking.metrics_hash} />}
    </>
  );
}
