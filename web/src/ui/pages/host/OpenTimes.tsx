import { lazy, Suspense, useState } from 'react';
import type { MarketSlot } from '../../../core/api/market';
import { bookable, type DaySlots, daysWithSlots } from '../../../core/market/groups';
import { isoDay } from '../../../core/schedule/zoned';
import { M } from '../../market/strings';
import { dayName, slotTimesIn } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { S } from '../../strings';
import { localTimes } from '../../times';
import { useMoney } from '../session/useMoney';
import { H } from './strings';

const BookDialog = lazy(() => import('./BookDialog'));
const { zone } = localTimes;
const times = slotTimesIn(zone);

interface Props {
  readonly slots: readonly MarketSlot[];
  /** Whether whoever looks may book now. */
  readonly canAct: boolean;
  /** Whether another time may be requested. */
  readonly mayAsk: boolean;
  readonly reload: () => void;
}

/** The times that can be booked, by day, in the zone of whoever looks. */
export function OpenTimes({ slots, canAct, mayAsk, reload }: Props) {
  const nowS = useNowS();
  const [chosen, choose] = useState<number>();
  const days = daysWithSlots(zone, bookable(slots, nowS));
  const slot = slots.find((each) => each.slot_id === chosen);
  return (
    <section className="card" aria-labelledby="times">
      <h2 id="times">{H.times.heading}</h2>
      <p className="hint">{M.zone(zone)}</p>
      {days.length === 0 && <p>{mayAsk ? H.times.noneAsk : H.times.none}</p>}
      {days.map((day) => (
        <DayTimes key={isoDay(day.day)} of={day} canAct={canAct} choose={choose} />
      ))}
      {slot && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <BookDialog slot={slot} onClose={() => choose(undefined)} reload={reload} />
        </Suspense>
      )}
    </section>
  );
}

interface DayProps {
  readonly of: DaySlots;
  readonly canAct: boolean;
  readonly choose: (slotId: number) => void;
}

function DayTimes({ of: { day, slots }, canAct, choose }: DayProps) {
  const money = useMoney();
  return (
    <div className="day">
      <h3>{dayName(day)}</h3>
      <ul className="times">
        {slots.map((slot) => (
          <li key={slot.slot_id} data-slot={slot.slot_id}>
            <button
              type="button"
              data-action="book"
              disabled={!canAct}
              onClick={() => choose(slot.slot_id)}
            >
              <span className="visually-hidden">{H.times.bookOn(dayName(day))} </span>
              <strong>{times.range(slot.start_s, slot.end_s)}</strong>
              <small>
                {H.times.minutes(slot.duration_mins)} · {money(slot.price)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
