import { expect, test } from 'vitest';
import { timesIn } from '../../src/ui/times';

const berlin = timesIn('Europe/Berlin');

test.each([
  ['before the clocks go forward', '2026-03-29T00:59:00Z', '01:59 GMT+1'],
  ['after the clocks went forward', '2026-03-29T01:00:00Z', '03:00 GMT+2'],
  ['before the clocks go back', '2026-10-25T00:30:00Z', '02:30 GMT+2'],
  ['after the clocks went back', '2026-10-25T01:30:00Z', '02:30 GMT+1'],
])('%s a moment has its own zone', (_, instant, shown) => {
  expect(berlin.moment(Date.parse(instant))).toContain(shown);
});

test('names day, month and year, and the zone', () => {
  expect(berlin.moment(Date.parse('2026-11-28T14:00:00Z'))).toBe('Sat, Nov 28, 2026, 15:00 GMT+1');
  expect(berlin.zone).toBe('Europe/Berlin');
  expect(berlin.timeOfDay(Date.parse('2026-11-28T14:00:05Z'))).toBe('15:00:05');
});
