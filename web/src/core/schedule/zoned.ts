/** A day of the calendar, without a zone; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What clocks in a zone show; `minute` is the minute of the day. */
export interface Civil extends Day {
  readonly minute: number;
}

const DAY_S = 86_400;
/** No zone is further from UTC than this, so that both sides of any change of clocks lie within. */
const FARTHEST_S = DAY_S;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this device knows the zone by its IANA name. */
export function isZone(name: string): boolean {
  try {
    formatIn(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks in a zone show at a moment, unix seconds; seconds are cut off. */
export function civilAt(zone: string, atS: number): Civil {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of formatIn(zone).formatToParts(atS * 1_000)) {
    if (type in shown) {
      shown[type as keyof typeof shown] = Number(value);
    }
  }
  const { year, month, day, hour, minute } = shown;
  return { year, month, day, minute: hour * 60 + minute };
}

/**
 * The moments at which clocks in a zone show this, unix seconds, earlier first: none where clocks
 * are put forward over it, two where they are put back over it.
 */
export function momentsOf(zone: string, civil: Civil): readonly number[] {
  const asUtcS = utcOf(civil);
  const candidates = [asUtcS - FARTHEST_S, asUtcS + FARTHEST_S].map(
    (nearS) => asUtcS - offsetAt(zone, nearS),
  );
  return [...new Set(candidates)]
    .filter((atS) => utcOf(civilAt(zone, atS)) === asUtcS)
    .sort((a, b) => a - b);
}

/** The first moment at which clocks in a zone show this, or whatever comes after it. */
export function momentFrom(zone: string, civil: Civil): number {
  for (let minute = civil.minute; ; minute += 1) {
    const [first] = momentsOf(zone, { ...civil, minute });
    if (first !== undefined) {
      return first;
    }
  }
}

/** The day so many days later. */
export function dayAfter({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/** As a date field has it: 2026-03-29. */
export const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The day of a date field's value; nothing where it is none. */
export function dayIn(iso: string): Day | undefined {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    return undefined;
  }
  const same = dayAfter({ year, month, day }, 0);
  return same.month === month && same.day === day ? same : undefined;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Minutes past the day's end belong to the days after. */
const utcOf = ({ year, month, day, minute }: Civil): number =>
  Date.UTC(year, month - 1, day, 0, minute) / 1_000;

function offsetAt(zone: string, atS: number): number {
  const wholeMinuteS = Math.floor(atS / 60) * 60;
  return utcOf(civilAt(zone, wholeMinuteS)) - wholeMinuteS;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  return format;
}
