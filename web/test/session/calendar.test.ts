import { expect, test } from 'vitest';
import { calendarFile } from '../../src/core/session/calendar';

const ENTRY = {
  uid: '7@0x5FbD',
  madeAtMs: Date.UTC(2026, 10, 28, 12, 0, 1, 250),
  startS: Date.UTC(2026, 10, 28, 14) / 1_000,
  endS: Date.UTC(2026, 10, 28, 14, 30) / 1_000,
  summary: 'Session 7; with a host, at last',
  description: 'Join here:\nhttp://localhost/call/7',
  url: 'http://localhost/session/7',
  isCancelled: false,
};

const lines = (file: string): string[] => file.replace(/\r\n /g, '').split('\r\n');

test('has its times in UTC, so that it is right in every zone', () => {
  expect(lines(calendarFile(ENTRY))).toEqual(
    expect.arrayContaining([
      'DTSTAMP:20261128T120001Z',
      'DTSTART:20261128T140000Z',
      'DTEND:20261128T143000Z',
      'STATUS:CONFIRMED',
    ]),
  );
});

test('escapes what has a meaning in a calendar', () => {
  const file = lines(calendarFile(ENTRY));
  expect(file).toContain('SUMMARY:Session 7\\; with a host\\, at last');
  expect(file).toContain('DESCRIPTION:Join here:\\nhttp://localhost/call/7');
});

test('a cancelled session takes its entry back', () => {
  expect(lines(calendarFile({ ...ENTRY, isCancelled: true }))).toContain('STATUS:CANCELLED');
});

test('folds long lines, and no character falls apart', () => {
  const summary = 'Gespräch über Größe '.repeat(12).trim();
  const file = calendarFile({ ...ENTRY, summary });
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(lines(file)).toContain(`SUMMARY:${summary}`);
});
