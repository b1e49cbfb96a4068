import { memo } from 'react';
import { roleOf } from '../../../core/api/booking';
import type { ChainBooking } from '../../../core/api/chain-booking';
import type { SituationName } from '../../../core/home/situation';
import { Link } from '../../app/router';
import { shortened } from '../../format';
import { localTimes } from '../../times';
import { Moment } from '../session/Moment';
import { useMoney } from '../session/useMoney';
import { H, SITUATIONS, UNTIL } from './strings';

interface Props {
  readonly booking: ChainBooking;
  readonly wallet: string;
  readonly situation: SituationName;
  readonly untilS: number | undefined;
}

/** A session in the list. Time passes above it: it is drawn again only when it changes itself. */
export const SessionRow = memo(({ booking, wallet, situation, untilS }: Props) => {
  const money = useMoney();
  const role = roleOf(booking, wallet) ?? 'guest';
  const other = role === 'host' ? booking.guest : booking.host;
  const [word, sentence] = SITUATIONS[situation];
  return (
    <li className="session-row" data-booking={booking.booking_id} data-status={situation}>
      <p className="session-when">
        <Link to={{ page: 'session', booking: String(booking.booking_id) }}>
          <Moment atS={booking.slot.start_s} />
        </Link>
      </p>
      <p className={`badge-status ${booking.status}`}>{word}</p>
      <p className="session-who">
        {H.role[role]}, {H.with} <span title={other}>{shortened(other)}</span> ·{' '}
        {money(booking.amount)}
      </p>
      <p className="hint">
        {sentence}
        {UNTIL[situation] &&
          untilS !== undefined &&
          ` ${UNTIL[situation]} ${localTimes.moment(untilS * 1_000)}`}
      </p>
    </li>
  );
});
