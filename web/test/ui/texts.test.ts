import { expect, test } from 'vitest';
import { clockTime, duration, outlookText, pointInTime } from '../../src/ui/format';
import { phaseText, problemText } from '../../src/ui/strings';

test.each([
  [0, '0:00'],
  [-5, '0:00'],
  [65_999, '1:05'],
  [3_725_000, '1:02:05'],
])('%i ms on a clock is %s', (millis, text) => {
  expect(clockTime(millis)).toBe(text);
});

test.each([
  [45_000, '45 s'],
  [720_000, '12 min'],
  [725_000, '12 min 5 s'],
])('%i ms in words is %s', (millis, text) => {
  expect(duration(millis)).toBe(text);
});

test('names the day of what is not near', () => {
  const nowMs = Date.UTC(2026, 10, 25, 12);
  expect(pointInTime(nowMs + 60_000, nowMs)).toMatch(/^\d\d:\d\d$/);
  expect(pointInTime(nowMs + 3 * 86_400_000, nowMs)).toContain('Nov');
});

test('says who is paid', () => {
  expect(outlookText({ outcome: 'NoShowGuest', decided_at_ms: 1, reason: undefined })).toContain(
    'the host is paid',
  );
  expect(
    outlookText({ outcome: undefined, decided_at_ms: undefined, reason: 'presence_unknown' }),
  ).toContain('Not known');
});

test('says that presence counts when the call failed, and what a refusal means', () => {
  expect(phaseText({ name: 'WaitingForPeer' }, 'guest', '')[1]).toContain('that counts');
  const refused = { name: 'Failed', reason: 'REFUSED', detail: 'relay_unavailable' } as const;
  expect(phaseText(refused, 'host', '')).toEqual([
    'You cannot join',
    'This service has no relay. Join without hiding your address.',
  ]);
  expect(problemText('brand_new_code')).toContain('brand_new_code');
});
