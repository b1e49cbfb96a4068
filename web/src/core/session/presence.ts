import type { Explanation, Interval } from '../api/booking-records';
import type { ChainBooking } from '../api/chain-booking';
import type { Role } from '../api/joined';

/** One party's attendance inside the slot. */
export interface Attendance {
  readonly intervals: readonly Interval[];
  readonly totalMs: number;
  /** Absent for who never came. */
  readonly firstSeenMs?: number;
}

/** Who was there when, against the slot: what a picture and its text show. Unix milliseconds. */
export interface PresencePicture {
  readonly slot: Interval;
  /** An allowed late join ends here. */
  readonly graceUntilMs: number;
  readonly neededMs: number;
  /** Everything before it is known. */
  readonly knownUntilMs: number;
  readonly parties: Readonly<Record<Role, Attendance>>;
  readonly together: readonly Interval[];
  readonly togetherMs: number;
  /** When they had been together for as long as needed; absent where they never were. */
  readonly enoughAtMs?: number;
  /** When the service itself was not watching. */
  readonly gaps: readonly Interval[];
}

/** The picture of what the newest verdict saw; undefined before there is one. */
export function pictureOf(
  booking: ChainBooking,
  seen: Pick<Explanation, 'presence' | 'gaps' | 'watermark_ms'>,
): PresencePicture | undefined {
  if (!seen.presence) {
    return undefined;
  }
  const { slot: terms } = booking;
  const slot = { fromMs: terms.start_s * 1_000, untilMs: terms.end_s * 1_000 };
  const host = within(slot, seen.presence.host);
  const guest = within(slot, seen.presence.guest);
  const together = host.flatMap((one) => within(one, guest));
  const neededMs = terms.min_overlap_mins * 60_000;
  const enoughAtMs = reachedAt(together, neededMs);
  return {
    slot,
    graceUntilMs: slot.fromMs + terms.grace_mins * 60_000,
    neededMs,
    knownUntilMs: Math.min(slot.untilMs, Math.max(slot.fromMs, seen.watermark_ms ?? slot.untilMs)),
    parties: { host: attendance(host), guest: attendance(guest) },
    together,
    togetherMs: total(together),
    ...(enoughAtMs !== undefined && { enoughAtMs }),
    gaps: within(slot, seen.gaps ?? []),
  };
}

function attendance(intervals: readonly Interval[]): Attendance {
  const [first] = intervals;
  return {
    intervals,
    totalMs: total(intervals),
    ...(first && { firstSeenMs: first.fromMs }),
  };
}

/** The instant at which these, in order, add up to so much. */
function reachedAt(intervals: readonly Interval[], neededMs: number): number | undefined {
  let leftMs = neededMs;
  for (const { fromMs, untilMs } of intervals) {
    if (untilMs - fromMs >= leftMs) {
      return fromMs + leftMs;
    }
    leftMs -= untilMs - fromMs;
  }
  return undefined;
}

/** What of these lies inside, in order. */
function within(bounds: Interval, intervals: readonly Interval[]): readonly Interval[] {
  return intervals
    .map(({ fromMs, untilMs }) => ({
      fromMs: Math.max(fromMs, bounds.fromMs),
      untilMs: Math.min(untilMs, bounds.untilMs),
    }))
    .filter(({ fromMs, untilMs }) => fromMs < untilMs)
    .sort((a, b) => a.fromMs - b.fromMs);
}

const total = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);
