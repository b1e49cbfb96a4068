/** What a host decides about a slot besides its time and price. */
export interface Conditions {
  readonly durationMins: number;
  /** How late somebody may join. */
  readonly graceMins: number;
  /** How long both must be there together. */
  readonly minOverlapMins: number;
  /** Until how long before the start a guest cancels for nothing. */
  readonly cancelCutoffMins: number;
}

/** The contract would revert with its reason for this. */
export type Refusal = 'BAD_DURATION' | 'BAD_GRACE' | 'BAD_OVERLAP' | 'BAD_CUTOFF';

/** Terms that invite trouble, as rulebook.md names them: to be had only on purpose. */
export type Trouble =
  | 'grace_too_short'
  | 'grace_eats_overlap'
  | 'no_overlap_needed'
  | 'refund_before_no_show';

export const MAX_DURATION_MINS = 240;
export const MAX_CUTOFF_MINS = 10_080;
/** What fits the contract's field; more than a session makes no sense anyhow. */
const MAX_GRACE_MINS = MAX_DURATION_MINS;
const DEFAULT_GRACE_MINS = 5;
const DEFAULT_CUTOFF_MINS = 24 * 60;
/** Between the last allowed join and the last chance to be there together long enough. */
const SLACK_MINS = 2;

/** What a host has who decided nothing: the rulebook's defaults. */
export const defaultConditions = (durationMins: number): Conditions => ({
  durationMins,
  graceMins: DEFAULT_GRACE_MINS,
  minOverlapMins: Math.floor(durationMins / 2),
  cancelCutoffMins: DEFAULT_CUTOFF_MINS,
});

/** The same terms for another length: time together shrinks with it, and so does the grace. */
export function fitted(terms: Conditions, durationMins: number): Conditions {
  const minOverlapMins = Math.min(terms.minOverlapMins, Math.floor(durationMins / 2));
  const mostGraceMins = Math.max(0, durationMins - minOverlapMins - SLACK_MINS);
  return {
    ...terms,
    durationMins,
    minOverlapMins,
    graceMins: Math.min(terms.graceMins, mostGraceMins),
  };
}

/** What no override helps against, in the order of the contract's checks. */
export function refusals(terms: Conditions): readonly Refusal[] {
  const { durationMins, graceMins, minOverlapMins, cancelCutoffMins } = terms;
  const wrong = {
    BAD_DURATION: !isWithin(durationMins, 1, MAX_DURATION_MINS),
    BAD_GRACE: !isWithin(graceMins, 0, MAX_GRACE_MINS),
    BAD_OVERLAP: !isWithin(minOverlapMins, 0, durationMins),
    BAD_CUTOFF: !isWithin(cancelCutoffMins, 0, MAX_CUTOFF_MINS),
  } satisfies Record<Refusal, boolean>;
  return named(wrong);
}

/**
 * Terms under which a session can come out wrong although everybody did right.
 *
 * @param noAttestBufferS how long after the end the refund opens, for bookings made now
 */
export function troubles(terms: Conditions, noAttestBufferS: number): readonly Trouble[] {
  const { durationMins, graceMins, minOverlapMins } = terms;
  const found = {
    grace_too_short: graceMins < DEFAULT_GRACE_MINS,
    grace_eats_overlap: graceMins > durationMins - minOverlapMins - SLACK_MINS,
    no_overlap_needed: minOverlapMins === 0,
    // No-shows are attested until grace after the end, in that second too.
    refund_before_no_show: noAttestBufferS <= graceMins * 60,
  } satisfies Record<Trouble, boolean>;
  return named(found);
}

const isWithin = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

const named = <K extends string>(flags: Readonly<Record<K, boolean>>): readonly K[] =>
  (Object.keys(flags) as K[]).filter((name) => flags[name]);
