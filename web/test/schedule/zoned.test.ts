import { describe, expect, it } from 'vitest';
import {
  civilAt,
  dayAfter,
  dayIn,
  isoDay,
  isZone,
  momentFrom,
  momentsOf,
  weekdayOf,
} from '../../src/core/schedule/zoned';

const at = (iso: string): number => Date.parse(iso) / 1_000;
const clock = (iso: string, hour: number, minute = 0) => ({
  ...(dayIn(iso) ?? { year: 0, month: 0, day: 0 }),
  minute: hour * 60 + minute,
});

describe('clocks of a zone', () => {
  it('show a moment as it is there', () => {
    expect(civilAt('Asia/Kathmandu', at('2026-03-29T00:00:00Z'))).toEqual(
      clock('2026-03-29', 5, 45),
    );
    expect(civilAt('America/New_York', at('2026-01-01T02:30:00Z'))).toEqual(
      clock('2025-12-31', 21, 30),
    );
  });

  it.each([
    ['Europe/Berlin', clock('2026-07-01', 9), '2026-07-01T07:00:00Z'],
    ['Europe/Berlin', clock('2026-12-01', 9), '2026-12-01T08:00:00Z'],
    ['Asia/Kathmandu', clock('2026-03-29', 2, 30), '2026-03-28T20:45:00Z'],
    ['America/Phoenix', clock('2026-03-08', 2, 30), '2026-03-08T09:30:00Z'],
    ['Pacific/Kiritimati', clock('2026-03-08', 0), '2026-03-07T10:00:00Z'],
    ['Europe/Berlin', clock('2026-12-31', 24), '2026-12-31T23:00:00Z'],
  ])('in %s show %o once', (zone, civil, utc) => {
    expect(momentsOf(zone, civil)).toEqual([at(utc)]);
  });

  it('never show what they are put forward over', () => {
    expect(momentsOf('Europe/Berlin', clock('2026-03-29', 2, 30))).toEqual([]);
    expect(momentsOf('America/New_York', clock('2026-03-08', 2, 0))).toEqual([]);
    expect(momentsOf('Pacific/Apia', clock('2011-12-30', 12))).toEqual([]);
  });

  it('show twice what they are put back over, earlier first', () => {
    const twice = momentsOf('Europe/Berlin', clock('2026-10-25', 2, 30));
    expect(twice).toEqual([at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')]);
    expect(momentsOf('America/New_York', clock('2026-11-01', 1, 0))).toHaveLength(2);
    expect(momentsOf('Australia/Lord_Howe', clock('2026-04-05', 1, 45))).toHaveLength(2);
  });

  it('are followed to the first moment after a time that they skip', () => {
    expect(momentFrom('Europe/Berlin', clock('2026-03-29', 2, 30))).toBe(
      at('2026-03-29T01:00:00Z'),
    );
    expect(momentFrom('Europe/Berlin', clock('2026-03-29', 3, 30))).toBe(
      at('2026-03-29T01:30:00Z'),
    );
  });

  it('are known by the names of zones', () => {
    expect(isZone('Asia/Kathmandu')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
  });
});

describe('days of the calendar', () => {
  it('go over the ends of months and years', () => {
    expect(isoDay(dayAfter({ year: 2028, month: 2, day: 28 }, 1))).toBe('2028-02-29');
    expect(isoDay(dayAfter({ year: 2026, month: 12, day: 31 }, 1))).toBe('2027-01-01');
  });

  it('have ISO weekdays', () => {
    expect(weekdayOf({ year: 2026, month: 3, day: 29 })).toBe(7);
    expect(weekdayOf({ year: 2026, month: 3, day: 30 })).toBe(1);
  });

  it('are read from a date field, and refused where there is no such day', () => {
    expect(dayIn('2026-03-29')).toEqual({ year: 2026, month: 3, day: 29 });
    expect(dayIn('2026-02-30')).toBeUndefined();
    expect(dayIn('')).toBeUndefined();
  });
});
