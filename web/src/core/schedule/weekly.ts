/** A stretch of a weekday: 1 is Monday; times of day as HH:MM, an end of 00:00 is midnight. */
export interface WeeklyRange {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

const DAY_MINUTES = 1_440;

/** What is wrong with a range, among the others of its day. */
export type RangeProblem = 'incomplete' | 'ends_before_it_starts' | 'overlaps';

/** The minute of the day of HH:MM; nothing where it is none. */
export function minuteIn(time: string): number | undefined {
  const [, hour, minute] = (/^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []).map(Number);
  return hour === undefined || minute === undefined ? undefined : hour * 60 + minute;
}

/** From and to as minutes of the day, midnight at the end being 1440. */
export function minutesOf(range: WeeklyRange): readonly [from: number, to: number] | undefined {
  const [from, to] = [minuteIn(range.from), minuteIn(range.to)];
  return from === undefined || to === undefined ? undefined : [from, to || DAY_MINUTES];
}

/** The problem of each range, in their order; nothing where there is none. */
export const rangeProblems = (
  weekly: readonly WeeklyRange[],
): readonly (RangeProblem | undefined)[] =>
  weekly.map((range, i) => problemOf(range, weekly.slice(0, i)));

function problemOf(range: WeeklyRange, before: readonly WeeklyRange[]): RangeProblem | undefined {
  const minutes = minutesOf(range);
  if (!minutes) {
    return 'incomplete';
  }
  const [from, to] = minutes;
  if (to <= from) {
    return 'ends_before_it_starts';
  }
  const meets = (other: WeeklyRange): boolean => {
    const [start, end] = minutesOf(other) ?? [0, 0];
    return other.day === range.day && start < to && from < end;
  };
  return before.some(meets) ? 'overlaps' : undefined;
}
