import type { Span } from '../../../core/schedule/slots';
import { civilAt, isoDay } from '../../../core/schedule/zoned';
import { M } from '../../market/strings';
import { dayName, slotTimesIn } from '../../market/times';
import { T } from './strings';

interface Props {
  /** None where the week cannot be had as it is. */
  readonly isAllowed: boolean;
  readonly slots: readonly Span[];
  readonly zone: string;
  /** Starts of those that are not to be made. */
  readonly left: ReadonlySet<number>;
  readonly leave: (left: ReadonlySet<number>) => void;
}

/** Times that would be made; each can be left out. */
export function NewSlots({ isAllowed, slots, zone, left, leave }: Props) {
  if (slots.length === 0) {
    return <p role="status">{isAllowed ? T.make.none : T.make.notAllowed}</p>;
  }
  const times = slotTimesIn(zone);
  const turn = (startS: number, isMade: boolean) =>
    leave(new Set(isMade ? [...left].filter((other) => other !== startS) : [...left, startS]));
  return (
    <>
      <p role="status">
        <strong>{T.make.preview(slots.length)}</strong>
      </p>
      <p className="hint">{M.zone(zone)}</p>
      <div className="new-slots">
        {byDay(slots, zone).map(([day, ofDay]) => (
          <fieldset key={isoDay(day)}>
            <legend>{dayName(day)}</legend>
            {ofDay.map(({ startS, endS }) => (
              <label key={startS} className="check" data-start={startS}>
                <input
                  type="checkbox"
                  checked={!left.has(startS)}
                  onChange={(event) => turn(startS, event.target.checked)}
                />
                {times.range(startS, endS)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

function byDay(slots: readonly Span[], zone: string) {
  const days = new Map<string, [ReturnType<typeof civilAt>, Span[]]>();
  for (const slot of slots) {
    const day = civilAt(zone, slot.startS);
    const [, known = []] = days.get(isoDay(day)) ?? [];
    days.set(isoDay(day), [day, [...known, slot]]);
  }
  return [...days.values()];
}
