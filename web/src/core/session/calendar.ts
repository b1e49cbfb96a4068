/** An entry of a calendar; the texts are for people. */
export interface CalendarEntry {
  /** The same for the same session, so that a later file replaces the entry. */
  readonly uid: string;
  readonly madeAtMs: number;
  readonly startS: number;
  readonly endS: number;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly isCancelled: boolean;
}

/** Before the start, so that there is time to join. */
const REMIND_BEFORE = 'PT10M';

/** A line may have this many bytes (RFC 5545, 3.1). */
const MOST_BYTES = 75;

const ENCODER = new TextEncoder();

/** A calendar file (iCalendar, RFC 5545). Times are UTC; a calendar shows them in its own zone. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Session Settlement//Web//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utc(entry.madeAtMs)}`,
    `DTSTART:${utc(entry.startS * 1_000)}`,
    `DTEND:${utc(entry.endS * 1_000)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-${REMIND_BEFORE}`,
    `DESCRIPTION:${escaped(entry.summary)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** As in 20261128T140000Z. */
const utc = (atMs: number): string => new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Longer lines go on after a line break and a space, never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (ENCODER.encode(part + character).length > MOST_BYTES) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}
