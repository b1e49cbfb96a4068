import type { Day } from '../../core/schedule/zoned';

/** How slots are written in one zone; unix seconds. */
export interface SlotTimes {
  /** 09:00–10:00 */
  range(startS: number, endS: number): string;
  /** Mon, 1 Jun, 09:00 */
  start(atS: number): string;
}

export function slotTimesIn(timeZone: string): SlotTimes {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const clock = new Intl.DateTimeFormat('en', time);
  const full = new Intl.DateTimeFormat('en', { ...DAY, ...time });
  return {
    range: (startS, endS) => `${clock.format(startS * 1_000)}–${clock.format(endS * 1_000)}`,
    start: (atS) => full.format(atS * 1_000),
  };
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const DAY_NAME = new Intl.DateTimeFormat('en', { ...DAY, timeZone: 'UTC' });

/** Mon, Jun 1: a day of the calendar, in no zone. */
export const dayName = ({ year, month, day }: Day): string =>
  DAY_NAME.format(Date.UTC(year, month - 1, day));
