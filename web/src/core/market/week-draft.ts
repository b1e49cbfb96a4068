import type { BookingDefaults, HostProfile } from '../api/market';
import { type Conditions, defaultConditions } from '../schedule/slot-terms';
import { type RangeProblem, rangeProblems, type WeeklyRange } from '../schedule/weekly';
import { isZone } from '../schedule/zoned';
import type { HostSettings } from './market';

/** A range while it is edited; the number stays with it when others come and go. */
export interface DraftRange extends WeeklyRange {
  readonly id: number;
}

/** What a host is about to save. */
export interface WeekDraft {
  readonly name: string;
  readonly zone: string;
  readonly ranges: readonly DraftRange[];
  readonly conditions: Conditions;
}

const FIRST_DURATION_MINS = 60;
/** What a host who adds a day most likely means. */
const WORKDAY = { from: '09:00', to: '17:00' } as const;
/** After the last range of a day. */
const NEXT = { from: '18:00', to: '20:00' } as const;

/** A day's end as the service writes it, and as a time field can show it. */
const DAY_END = '24:00';
const MIDNIGHT = '00:00';

/** What the service has, or where it has nothing yet, what most hosts want. */
export function draftOf(host: HostProfile, ownZone: string): WeekDraft {
  const isNew = host.weekly.length === 0 && host.booking_defaults === undefined;
  return {
    name: host.display_name,
    zone: isNew ? ownZone : host.time_zone,
    ranges: host.weekly.map((range, id) => ({
      ...range,
      to: range.to === DAY_END ? MIDNIGHT : range.to,
      id,
    })),
    conditions: conditionsOf(host.booking_defaults),
  };
}

export const settingsOf = ({
  name,
  zone,
  ranges,
  conditions,
}: WeekDraft): Partial<HostSettings> => ({
  display_name: name.trim(),
  time_zone: zone,
  weekly: ranges.map(({ day, from, to }) => ({ day, from, to: to === MIDNIGHT ? DAY_END : to })),
  booking_defaults: {
    duration_mins: conditions.durationMins,
    grace_mins: conditions.graceMins,
    min_overlap_mins: conditions.minOverlapMins,
    cancel_cutoff_mins: conditions.cancelCutoffMins,
  },
});

export function conditionsOf(defaults: BookingDefaults | undefined): Conditions {
  return defaults
    ? {
        durationMins: defaults.duration_mins,
        graceMins: defaults.grace_mins,
        minOverlapMins: defaults.min_overlap_mins,
        cancelCutoffMins: defaults.cancel_cutoff_mins,
      }
    : defaultConditions(FIRST_DURATION_MINS);
}

/** With another range on this ISO day. */
export function withRange(draft: WeekDraft, day: number): WeekDraft {
  const id = Math.max(-1, ...draft.ranges.map((range) => range.id)) + 1;
  const hours = draft.ranges.some((range) => range.day === day) ? NEXT : WORKDAY;
  return { ...draft, ranges: [...draft.ranges, { day, ...hours, id }] };
}

export const withoutRange = (draft: WeekDraft, id: number): WeekDraft => ({
  ...draft,
  ranges: draft.ranges.filter((range) => range.id !== id),
});

export const withChange = (
  draft: WeekDraft,
  id: number,
  change: Partial<WeeklyRange>,
): WeekDraft => ({
  ...draft,
  ranges: draft.ranges.map((range) => (range.id === id ? { ...range, ...change } : range)),
});

/** What is wrong, by the range's number. */
export function problemsOf({ ranges }: WeekDraft): ReadonlyMap<number, RangeProblem> {
  const found = rangeProblems(ranges);
  return new Map(
    ranges.flatMap(({ id }, i) => {
      const problem = found[i];
      return problem ? [[id, problem] as const] : [];
    }),
  );
}

/** Whether slots can be made of it. */
export const isSound = (draft: WeekDraft): boolean =>
  isZone(draft.zone) && problemsOf(draft).size === 0;
