import { describe, expect, it } from 'vitest';
import { type Availability, LEAD_S, overlap, slotsOf } from '../../src/core/schedule/slots';
import { minutesOf, type WeeklyRange } from '../../src/core/schedule/weekly';
import {
  civilAt,
  dayAfter,
  dayIn,
  isoDay,
  momentsOf,
  weekdayOf,
} from '../../src/core/schedule/zoned';
import { Random, SEED } from '../support/random';

const BEFORE_ALL = 0;
const at = (iso: string): number => Date.parse(iso) / 1_000;
const dayOf = (iso: string) => dayIn(iso) ?? { year: 0, month: 0, day: 0 };

const everyDay = (from: string, to: string): readonly WeeklyRange[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to }));

const availability = (
  zone: string,
  weekly: readonly WeeklyRange[],
  members = {},
): Availability => ({
  zone,
  weekly,
  durationMins: 60,
  breakMins: 0,
  ...members,
});

const oneDay = (iso: string, of: Availability) =>
  slotsOf(of, { first: dayOf(iso), count: 1 }, [], BEFORE_ALL);

const clockOf = (zone: string, atS: number): string => {
  const { minute } = civilAt(zone, atS);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

const starts = (iso: string, of: Availability) =>
  oneDay(iso, of).map(({ startS }) => clockOf(of.zone, startS));

describe('slots of a week', () => {
  it('fill each range from its start, and none reaches over its end', () => {
    const of = availability('Europe/Berlin', everyDay('09:00', '11:30'));
    expect(starts('2026-06-01', of)).toEqual(['09:00', '10:00']);
  });

  it('keep the break between them', () => {
    const of = availability('Europe/Berlin', everyDay('09:00', '11:15'), { breakMins: 15 });
    expect(starts('2026-06-01', of)).toEqual(['09:00', '10:15']);
  });

  it('are those of the weekday, in the zone of the host', () => {
    const of = availability('Asia/Kathmandu', [{ day: 1, from: '09:00', to: '10:00' }]);
    const week = slotsOf(of, { first: dayOf('2026-06-01'), count: 8 }, [], BEFORE_ALL);
    expect(week.map(({ startS }) => startS)).toEqual([
      at('2026-06-01T03:15:00Z'),
      at('2026-06-08T03:15:00Z'),
    ]);
  });

  it('reach to midnight', () => {
    const of = availability('America/New_York', everyDay('23:00', '00:00'));
    expect(oneDay('2026-06-01', of)).toEqual([
      { startS: at('2026-06-02T03:00:00Z'), endS: at('2026-06-02T04:00:00Z') },
    ]);
  });

  it('leave out what is taken, also in part', () => {
    const of = availability('UTC', everyDay('09:00', '12:00'));
    const taken = [{ startS: at('2026-06-01T09:59:00Z'), endS: at('2026-06-01T10:30:00Z') }];
    const left = slotsOf(of, { first: dayOf('2026-06-01'), count: 1 }, taken, BEFORE_ALL);
    expect(left.map(({ startS }) => startS)).toEqual([at('2026-06-01T11:00:00Z')]);
  });

  it('leave out what starts before it could be signed', () => {
    const of = availability('UTC', everyDay('09:00', '11:00'));
    const nowS = at('2026-06-01T09:00:00Z') - LEAD_S;
    const left = slotsOf(of, { first: dayOf('2026-06-01'), count: 1 }, [], nowS);
    expect(left.map(({ startS }) => startS)).toEqual([at('2026-06-01T10:00:00Z')]);
  });
});

describe('slots on a day when clocks change', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', ['01:00', '03:00']],
    ['America/New_York', '2026-03-08', ['01:00', '03:00']],
    ['Asia/Kathmandu', '2026-03-29', ['01:00', '02:00', '03:00']],
    ['America/Phoenix', '2026-03-08', ['01:00', '02:00', '03:00']],
  ])('in %s on %s start at no time that clocks skip', (zone, day, expected) => {
    expect(starts(day, availability(zone, everyDay('01:00', '04:00')))).toEqual(expected);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', '02:00', '03:00', '2026-10-25T00:00:00Z'],
    ['America/New_York', '2026-11-01', '01:00', '02:00', '2026-11-01T05:00:00Z'],
  ])('in %s on %s start once where clocks show %s to %s twice', (zone, day, from, to, utc) => {
    const of = availability(zone, everyDay(from, to));
    expect(oneDay(day, of).map(({ startS }) => startS)).toEqual([at(utc)]);
  });

  it('do not meet where clocks are put forward between two of them', () => {
    const of = availability('Europe/Berlin', everyDay('01:30', '04:30'), { durationMins: 90 });
    expect(starts('2026-03-29', of)).toEqual(['01:30']);
  });

  it('end by the end of a range that clocks skip', () => {
    const of = availability('Europe/Berlin', everyDay('01:00', '02:30'), { durationMins: 30 });
    expect(starts('2026-03-29', of)).toEqual(['01:00', '01:30']);
  });
});

describe(`whatever the zone, the week and the day (seed ${SEED})`, () => {
  const random = new Random();
  const ZONES = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Phoenix',
    'Pacific/Chatham',
    'UTC',
  ] as const;
  /** Around changes of clocks of all of them, and days with none. */
  const DAYS = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31'];
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

  const anyWeek = (): readonly WeeklyRange[] =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => {
      const from = random.int(900);
      return { day, from: time(from), to: time(from + 30 + random.int(500)) };
    });

  it('slots last their minutes, never meet, and lie in a range of their day', () => {
    for (let round = 0; round < 60; round += 1) {
      const of = availability(random.one(ZONES), anyWeek(), {
        durationMins: 1 + random.int(120),
        breakMins: random.int(20),
      });
      const first = dayOf(random.one(DAYS));
      const slots = slotsOf(of, { first, count: 3 }, [], BEFORE_ALL);
      for (const [i, slot] of slots.entries()) {
        expect(slot.endS - slot.startS).toBe(of.durationMins * 60);
        expect(slots.slice(0, i).some((other) => overlap(slot, other))).toBe(false);
        const civil = civilAt(of.zone, slot.startS);
        expect(momentsOf(of.zone, civil)[0]).toBe(slot.startS);
        const range = of.weekly.find(({ day }) => day === weekdayOf(civil));
        const [from, to] = (range && minutesOf(range)) ?? [0, 0];
        expect(civil.minute).toBeGreaterThanOrEqual(from);
        expect(civil.minute + of.durationMins).toBeLessThanOrEqual(to);
      }
    }
  });

  it('a day on which clocks do not change has as many slots as fit', () => {
    for (let round = 0; round < 60; round += 1) {
      const of = availability(random.one(ZONES), anyWeek(), { durationMins: 1 + random.int(120) });
      const day = dayAfter(dayOf('2026-06-10'), random.int(30));
      const range = of.weekly.find((each) => each.day === weekdayOf(day));
      const [from, to] = (range && minutesOf(range)) ?? [0, 0];
      expect(oneDay(isoDay(day), of)).toHaveLength(Math.floor((to - from) / of.durationMins));
    }
  });
});
