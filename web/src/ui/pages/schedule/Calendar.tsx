import { useState } from 'react';
import type { HostProfile } from '../../../core/api/market';
import { type DaySlots, openAhead, weekOf } from '../../../core/market/groups';
import { isoDay } from '../../../core/schedule/zoned';
import { M } from '../../market/strings';
import { dayName } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { CalendarSlot } from './CalendarSlot';
import { CancelSlots } from './CancelSlots';
import type { SectionProps } from './section';
import { T } from './strings';

/** Times and bookings week by week: columns where there is room, else a list of days. */
export function Calendar({ host, slots, canAct, reload }: SectionProps) {
  const nowS = useNowS();
  const [weeks, setWeeks] = useState(0);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [cancelled, setCancelled] = useState<readonly number[]>();
  const shown = slots.filter(({ status }) => status !== 'cancelled');
  const week = weekOf(host.time_zone, nowS, weeks, shown);
  const open = openAhead(
    week.flatMap((day) => day.slots),
    nowS,
  ).map(({ slot_id: id }) => id);
  const chosen = openAhead(slots, nowS)
    .map(({ slot_id: id }) => id)
    .filter((id) => selected.has(id));
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{T.calendar.heading}</h2>
      <WeekSwitch week={week} weeks={weeks} go={setWeeks} />
      <p className="hint">{M.zone(host.time_zone)}</p>
      <WeekGrid week={week} host={host} selected={selected} select={setSelected} nowS={nowS} />
      <div className="row">
        <button
          type="button"
          disabled={open.length === 0}
          onClick={() => setSelected(new Set([...selected, ...open]))}
        >
          {T.calendar.selectAll}
        </button>
        <button
          type="button"
          className="danger"
          data-action="cancel-slots"
          disabled={!canAct || chosen.length === 0}
          onClick={() => setCancelled(chosen)}
        >
          {chosen.length === 0 ? T.calendar.cancelNone : T.calendar.cancel(chosen.length)}
        </button>
      </div>
      {cancelled && (
        <CancelSlots slotIds={cancelled} onClose={() => setCancelled(undefined)} onDone={reload} />
      )}
    </section>
  );
}

interface WeekSwitchProps {
  readonly week: readonly DaySlots[];
  readonly weeks: number;
  readonly go: (weeks: number) => void;
}

function WeekSwitch({ week, weeks, go }: WeekSwitchProps) {
  const [first, last] = [week.at(0), week.at(-1)];
  return (
    <div className="week-switch">
      <strong role="status">
        {first && last && `${dayName(first.day)} – ${dayName(last.day)}`}
      </strong>
      <button type="button" data-action="earlier" onClick={() => go(weeks - 1)}>
        {T.calendar.previous}
      </button>
      <button type="button" disabled={weeks === 0} onClick={() => go(0)}>
        {T.calendar.today}
      </button>
      <button type="button" data-action="later" onClick={() => go(weeks + 1)}>
        {T.calendar.next}
      </button>
    </div>
  );
}

interface WeekGridProps {
  readonly week: readonly DaySlots[];
  readonly host: HostProfile;
  readonly selected: ReadonlySet<number>;
  readonly select: (ids: ReadonlySet<number>) => void;
  readonly nowS: number;
}

function WeekGrid({ week, host, selected, select, nowS }: WeekGridProps) {
  if (week.every(({ slots }) => slots.length === 0)) {
    return <p>{T.calendar.empty}</p>;
  }
  const turn = (id: number, isOn: boolean) => {
    const ids = new Set(selected);
    if (isOn) {
      ids.add(id);
    } else {
      ids.delete(id);
    }
    select(ids);
  };
  return (
    <div className="week">
      {week.map(({ day, slots }) => (
        <div key={isoDay(day)} className={slots.length === 0 ? 'week-day empty' : 'week-day'}>
          <h3>{dayName(day)}</h3>
          <ul>
            {slots.map((slot) => (
              <CalendarSlot
                key={slot.slot_id}
                slot={slot}
                zone={host.time_zone}
                basePrice={host.base_price}
                isAhead={slot.start_s > nowS}
                isSelected={selected.has(slot.slot_id)}
                select={(isOn) => turn(slot.slot_id, isOn)}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
