import type { Outlook } from '../core/api/standing';
import { OUTCOME_UNKNOWN, OUTCOMES, S } from './strings';

const SECOND_MS = 1_000;

/** As a clock shows it: 4:05, or 1:04:05. */
export function clockTime(millis: number): string {
  const all = Math.max(0, Math.floor(millis / SECOND_MS));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** In words: 45 s, 12 min, 12 min 5 s. */
export function duration(millis: number): string {
  const all = Math.max(0, Math.floor(millis / SECOND_MS));
  const minutes = Math.floor(all / 60);
  return minutes === 0 ? S.time.seconds(all) : S.time.minutes(minutes, all % 60);
}

/** Any span, by its two largest units: 2 d 3 h, 3 h 12 min, else as {@link duration}. */
export function span(millis: number): string {
  const minutes = Math.floor(Math.max(0, millis) / SECOND_MS / 60);
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  if (days > 0) {
    return S.time.days(days, hours);
  }
  return hours > 0 ? S.time.hours(hours, minutes % 60) : duration(millis);
}

/** The ends of an address or a hash: 0x90F7…b906. */
export const shortened = (hex: string): string => `${hex.slice(0, 6)}…${hex.slice(-4)}`;

/** Basis points in percent, exactly: 250 is 2.5. */
export const percent = (bps: number): string => String(bps / 100);

const DAY_TIME = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const FULL_TIME = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** In this device's time zone; with the day unless it is near. */
export function pointInTime(atMs: number, nowMs: number): string {
  const isNear = Math.abs(atMs - nowMs) < 12 * 3_600 * SECOND_MS;
  return (isNear ? DAY_TIME : FULL_TIME).format(atMs);
}

export const outlookText = ({ outcome }: Outlook): string =>
  outcome === undefined ? OUTCOME_UNKNOWN : (OUTCOMES[outcome] ?? outcome);
