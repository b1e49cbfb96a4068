import { describe, expect, it } from 'vitest';
import type { MarketSlot, SlotStatus } from '../../src/core/api/market';
import { bookable, daysWithSlots, occupying, weekOf } from '../../src/core/market/groups';
import { isoDay } from '../../src/core/schedule/zoned';

const at = (iso: string): number => Date.parse(iso) / 1_000;

const slot = (slotId: number, iso: string, status: SlotStatus = 'open'): MarketSlot => ({
  slot_id: slotId,
  start_s: at(iso),
  end_s: at(iso) + 3_600,
  duration_mins: 60,
  price: 20n,
  grace_mins: 5,
  min_overlap_mins: 30,
  cancel_cutoff_mins: 60,
  status,
  booking_id: undefined,
});

describe('slots', () => {
  const LATE = slot(1, '2026-06-03T22:30:00Z');
  const EARLY = slot(2, '2026-06-03T05:00:00Z');

  it('stand on the days of the zone that is looked from, in their order', () => {
    const days = (zone: string) =>
      daysWithSlots(zone, [LATE, EARLY]).map(({ day, slots }) => [
        isoDay(day),
        slots.map((each) => each.slot_id),
      ]);
    expect(days('UTC')).toEqual([['2026-06-03', [2, 1]]]);
    expect(days('Europe/Berlin')).toEqual([
      ['2026-06-03', [2]],
      ['2026-06-04', [1]],
    ]);
  });

  it('stand in a week from Monday to Sunday, with its empty days', () => {
    const week = weekOf('UTC', at('2026-06-07T12:00:00Z'), 0, [LATE, EARLY]);
    expect(week.map(({ day }) => isoDay(day))).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-03',
      '2026-06-04',
      '2026-06-05',
      '2026-06-06',
      '2026-06-07',
    ]);
    expect(week.map(({ slots }) => slots.length)).toEqual([0, 0, 2, 0, 0, 0, 0]);
    const next = weekOf('UTC', at('2026-06-07T12:00:00Z'), 1, []);
    expect(isoDay(next[0]?.day ?? LATE_DAY)).toBe('2026-06-08');
  });

  it('can be booked while they are open and not about to start', () => {
    const booked = slot(3, '2026-06-03T09:00:00Z', 'booked');
    expect(bookable([EARLY, booked, LATE], at('2026-06-03T04:58:00Z'))).toEqual([LATE]);
  });

  it('are in the way of others unless they are cancelled or over', () => {
    const all = (['open', 'booked', 'cancelled', 'settled'] as const).map((status, i) =>
      slot(i, '2026-06-03T09:00:00Z', status),
    );
    expect(occupying(all).map(({ status }) => status)).toEqual(['open', 'booked']);
  });
});

const LATE_DAY = { year: 0, month: 0, day: 0 };
