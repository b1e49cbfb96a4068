import { describe, expect, it } from 'vitest';
import { minutesOf, rangeProblems } from '../../src/core/schedule/weekly';

const monday = (from: string, to: string) => ({ day: 1, from, to });

describe('ranges of a week', () => {
  it('are minutes of the day, midnight at the end included', () => {
    expect(minutesOf(monday('09:30', '17:00'))).toEqual([570, 1_020]);
    expect(minutesOf(monday('22:00', '00:00'))).toEqual([1_320, 1_440]);
    expect(minutesOf(monday('', '17:00'))).toBeUndefined();
  });

  it('may touch, and may be the same on other days', () => {
    const weekly = [
      monday('09:00', '12:00'),
      monday('12:00', '13:00'),
      { ...monday('09:00', '12:00'), day: 2 },
    ];
    expect(rangeProblems(weekly)).toEqual([undefined, undefined, undefined]);
  });

  it('are refused where they are incomplete, turned round, or over another', () => {
    const weekly = [
      monday('09:00', '12:00'),
      monday('11:59', '13:00'),
      monday('15:00', '14:00'),
      monday('', '14:00'),
    ];
    expect(rangeProblems(weekly)).toEqual([
      undefined,
      'overlaps',
      'ends_before_it_starts',
      'incomplete',
    ]);
  });
});
