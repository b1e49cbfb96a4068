/** Points in time as one zone shows them, with the zone named. */
export interface ZonedTimes {
  /** Its IANA name, as in Europe/Berlin. */
  readonly zone: string;
  /** As in Sat, Nov 28, 2026, 15:00 GMT+1: right on either side of a change of the clocks. */
  moment(atMs: number): string;
  /** The time of day alone, to the second, beside a moment that has the day. */
  timeOfDay(atMs: number): string;
}

/** In this zone, or in the one of whoever looks. */
export function timesIn(timeZone?: string): ZonedTimes {
  const zoned = timeZone === undefined ? {} : { timeZone };
  const full = new Intl.DateTimeFormat('en', {
    ...zoned,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const clock = new Intl.DateTimeFormat('en', {
    ...zoned,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return {
    zone: full.resolvedOptions().timeZone,
    moment: (atMs) => full.format(atMs),
    timeOfDay: (atMs) => clock.format(atMs),
  };
}

/** As whoever looks is used to them. */
export const localTimes = timesIn();
