import type { MarketSlot } from '../../../core/api/market';
import { Link } from '../../app/router';
import { M } from '../../market/strings';
import { slotTimesIn } from '../../market/times';
import { useMoney } from '../session/useMoney';
import { T } from './strings';

interface Props {
  readonly slot: MarketSlot;
  readonly zone: string;
  /** Of new times: another one is shown. */
  readonly basePrice: bigint | undefined;
  readonly isAhead: boolean;
  readonly isSelected: boolean;
  readonly select: (isSelected: boolean) => void;
}

/** A time in the calendar: an open one can be selected, a booked one leads to its session. */
export function CalendarSlot({ slot, zone, basePrice, isAhead, isSelected, select }: Props) {
  const money = useMoney();
  const times = slotTimesIn(zone);
  const { status, booking_id: booking, start_s: startS, end_s: endS } = slot;
  const text = (
    <span>
      <strong>{times.range(startS, endS)}</strong>
      <small>
        {M.status[status]}
        {slot.price !== basePrice && ` · ${money(slot.price)}`}
      </small>
    </span>
  );
  return (
    <li data-slot={slot.slot_id} data-status={status}>
      {status === 'open' && isAhead ? (
        <label className="check">
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={T.calendar.select(times.start(startS))}
            onChange={(event) => select(event.target.checked)}
          />
          {text}
        </label>
      ) : (
        text
      )}
      {booking !== undefined && (
        <Link to={{ page: 'session', booking: String(booking) }}>{M.session(booking)}</Link>
      )}
    </li>
  );
}
