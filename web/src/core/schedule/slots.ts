import { minutesOf, type WeeklyRange } from './weekly';
import { type Day, dayAfter, momentFrom, momentsOf, weekdayOf } from './zoned';

/** When a host is there, and how that is cut into slots. */
export interface Availability {
  /** IANA name. */
  readonly zone: string;
  readonly weekly: readonly WeeklyRange[];
  readonly durationMins: number;
  /** Between the end of a slot and the start of the next. */
  readonly breakMins: number;
}

/** Time that is taken, or would be: unix seconds, the end not included. */
export interface Span {
  readonly startS: number;
  readonly endS: number;
}

/** Days in the host's zone, the last included. */
export interface Days {
  readonly first: Day;
  readonly count: number;
}

/** The contract takes no slot that starts within a minute; signing takes time, too. */
export const LEAD_S = 180;

/**
 * The slots of these days, in their order, without what overlaps something taken or starts too
 * soon. Starts keep to what the host's clocks show: one at a time that clocks skip is left out, of
 * one that they show twice it is the earlier. A slot always lasts its minutes, and lies in its range.
 */
export function slotsOf(
  availability: Availability,
  days: Days,
  taken: readonly Span[],
  nowS: number,
): readonly Span[] {
  const all = Array.from({ length: days.count }, (_, i) =>
    slotsOfDay(availability, dayAfter(days.first, i)),
  );
  const chosen: Span[] = [];
  for (const slot of all.flat().sort((a, b) => a.startS - b.startS)) {
    const isFree = ![...taken, ...chosen.slice(-1)].some((other) => overlap(slot, other));
    if (isFree && slot.startS > nowS + LEAD_S) {
      chosen.push(slot);
    }
  }
  return chosen;
}

export const overlap = (a: Span, b: Span): boolean => a.startS < b.endS && b.startS < a.endS;

function slotsOfDay(availability: Availability, day: Day): readonly Span[] {
  const weekday = weekdayOf(day);
  return availability.weekly
    .filter((range) => range.day === weekday)
    .flatMap((range) => slotsOfRange(availability, day, range));
}

function slotsOfRange(availability: Availability, day: Day, range: WeeklyRange): readonly Span[] {
  const minutes = minutesOf(range);
  if (!minutes) {
    return [];
  }
  const { zone, durationMins } = availability;
  const [from, to] = minutes;
  const step = Math.max(1, durationMins + availability.breakMins);
  const rangeEndS = momentFrom(zone, { ...day, minute: to });
  const slots: Span[] = [];
  for (let minute = from; minute + durationMins <= to; minute += step) {
    const [startS] = momentsOf(zone, { ...day, minute });
    const endS = (startS ?? 0) + durationMins * 60;
    if (startS !== undefined && endS <= rangeEndS) {
      slots.push({ startS, endS });
    }
  }
  return slots;
}
