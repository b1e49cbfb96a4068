import { describe, expect, it } from 'vitest';
import { defaultConditions, fitted, refusals, troubles } from '../../src/core/schedule/slot-terms';

const HOURS_3_S = 3 * 3_600;
const sane = defaultConditions(60);

describe('terms of a slot', () => {
  it('are by default those of the rulebook, and no trouble', () => {
    expect(sane).toMatchObject({ graceMins: 5, minOverlapMins: 30 });
    expect(refusals(sane)).toEqual([]);
    expect(troubles(sane, HOURS_3_S)).toEqual([]);
  });

  it.each([
    ['grace_too_short', { graceMins: 4 }],
    ['grace_eats_overlap', { graceMins: 29 }],
    ['no_overlap_needed', { minOverlapMins: 0 }],
  ])('invite trouble: %s with %o', (trouble, change) => {
    expect(troubles({ ...sane, ...change }, HOURS_3_S)).toEqual([trouble]);
  });

  it('are just not trouble at their limits', () => {
    expect(troubles({ ...sane, graceMins: 28 }, HOURS_3_S)).toEqual([]);
    expect(troubles({ ...sane, minOverlapMins: 1 }, HOURS_3_S)).toEqual([]);
  });

  it('invite trouble where the refund opens before a no-show can no longer be attested', () => {
    expect(troubles(sane, 5 * 60)).toEqual(['refund_before_no_show']);
    expect(troubles(sane, 5 * 60 + 1)).toEqual([]);
  });

  it('for a shorter session need less time together and allow less lateness', () => {
    const hour = { ...sane, graceMins: 25 };
    const shorter = { ...hour, durationMins: 30, minOverlapMins: 15, graceMins: 13 };
    expect(fitted(hour, 30)).toEqual(shorter);
    expect(troubles(fitted(hour, 30), HOURS_3_S)).toEqual([]);
    expect(fitted(hour, 90)).toEqual({ ...hour, durationMins: 90 });
  });

  it.each([
    ['BAD_DURATION', { durationMins: 241 }],
    ['BAD_DURATION', { durationMins: Number.NaN, minOverlapMins: 0 }],
    ['BAD_GRACE', { graceMins: -1 }],
    ['BAD_OVERLAP', { minOverlapMins: 61 }],
    ['BAD_CUTOFF', { cancelCutoffMins: 10_081 }],
    ['BAD_CUTOFF', { cancelCutoffMins: 0.5 }],
  ])('are refused: %s for %o', (refusal, change) => {
    expect(refusals({ ...sane, ...change })).toContain(refusal);
  });
});
