import type { MarketSlot, SlotRequest } from '../api/market';
import { LEAD_S } from '../schedule/slots';
import { civilAt, type Day, dayAfter, isoDay, weekdayOf } from '../schedule/zoned';

/** A day of a zone's calendar and the slots that start on it. */
export interface DaySlots {
  readonly day: Day;
  readonly slots: readonly MarketSlot[];
}

/** The seven days, from Monday, of the week that so many weeks after this moment's lies. */
export function weekOf(
  zone: string,
  nowS: number,
  weeks: number,
  slots: readonly MarketSlot[],
): readonly DaySlots[] {
  const today = civilAt(zone, nowS);
  const monday = dayAfter(today, 1 - weekdayOf(today) + weeks * 7);
  const byDay = slotsByDay(zone, slots);
  return Array.from({ length: 7 }, (_, i) => {
    const day = dayAfter(monday, i);
    return { day, slots: byDay.get(isoDay(day)) ?? [] };
  });
}

/** Days that have slots, in their order. */
export const daysWithSlots = (zone: string, slots: readonly MarketSlot[]): readonly DaySlots[] =>
  [...slotsByDay(zone, slots).values()].map((ofDay) => ({
    day: civilAt(zone, ofDay[0]?.start_s ?? 0),
    slots: ofDay,
  }));

function slotsByDay(
  zone: string,
  slots: readonly MarketSlot[],
): ReadonlyMap<string, readonly MarketSlot[]> {
  const byDay = new Map<string, MarketSlot[]>();
  for (const slot of slots.toSorted((a, b) => a.start_s - b.start_s)) {
    const day = isoDay(civilAt(zone, slot.start_s));
    byDay.set(day, [...(byDay.get(day) ?? []), slot]);
  }
  return byDay;
}

/** Open, and early enough that a booking could still be signed. */
export const bookable = (slots: readonly MarketSlot[], nowS: number): readonly MarketSlot[] =>
  slots.filter(({ status, start_s: startS }) => status === 'open' && startS > nowS + LEAD_S);

/** Open and not begun: what could still be booked by whoever is quick. */
export const openAhead = (slots: readonly MarketSlot[], nowS: number): readonly MarketSlot[] =>
  slots.filter(({ status, start_s: startS }) => status === 'open' && startS > nowS);

/** What stands in the way of another slot at its time. */
export const occupying = (slots: readonly MarketSlot[]): readonly MarketSlot[] =>
  slots.filter(({ status }) => status === 'open' || status === 'booked');

/** A request as far as it got; one that expired keeps its money until its guest cancels it. */
export type RequestStanding = 'open' | 'expired' | 'cancelled' | 'accepted';

export function standingOf(request: SlotRequest, nowS: number): RequestStanding {
  return request.status === 'open' && nowS > request.expiry_s ? 'expired' : request.status;
}
