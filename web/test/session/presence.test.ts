import { expect, test } from 'vitest';
import { explanation } from '../../src/core/api/booking-records';
import { pictureOf } from '../../src/core/session/presence';
import { bookingWith, END_S, START_S } from '../support/bookings';

const MINUTE_MS = 60_000;
const minute = (n: number): number => START_S * 1_000 + n * MINUTE_MS;
const span = (from: number, until: number) => ({ fromMs: minute(from), untilMs: minute(until) });

test('clips to the slot, and finds who was there together', () => {
  const picture = pictureOf(bookingWith(), {
    presence: { host: [span(-5, 40)], guest: [span(20, 25), span(2, 12)], media: undefined },
    gaps: [span(12, 14), span(29, 33)],
    watermark_ms: minute(60),
  });
  expect(picture).toMatchObject({
    slot: { fromMs: START_S * 1_000, untilMs: END_S * 1_000 },
    graceUntilMs: minute(10),
    neededMs: 20 * MINUTE_MS,
    knownUntilMs: minute(30),
    together: [span(2, 12), span(20, 25)],
    togetherMs: 15 * MINUTE_MS,
    gaps: [span(12, 14), span(29, 30)],
  });
  expect(picture?.parties.host).toEqual({
    intervals: [span(0, 30)],
    totalMs: 30 * MINUTE_MS,
    firstSeenMs: minute(0),
  });
  expect(picture?.parties.guest.firstSeenMs).toBe(minute(2));
});

test.each([
  ['in the second stretch', [span(0, 15), span(20, 30)], minute(25)],
  ['at the very end', [span(10, 30)], minute(30)],
  ['never', [span(10, 29)], undefined],
])('says when they had been together for long enough: %s', (_, guest, enoughAtMs) => {
  const picture = pictureOf(bookingWith(), {
    presence: { host: [span(0, 30)], guest, media: undefined },
    gaps: undefined,
    watermark_ms: minute(31),
  });
  expect(picture?.enoughAtMs).toBe(enoughAtMs);
});

test('who never came has no first moment', () => {
  const picture = pictureOf(bookingWith(), {
    presence: { host: [span(0, 30)], guest: [], media: undefined },
    gaps: undefined,
    watermark_ms: minute(5),
  });
  expect(picture?.parties.guest).toEqual({ intervals: [], totalMs: 0 });
  expect(picture?.togetherMs).toBe(0);
  expect(picture?.knownUntilMs).toBe(minute(5));
});

test('before there is a verdict there is no picture', () => {
  const nothing = { presence: undefined, gaps: undefined, watermark_ms: undefined };
  expect(pictureOf(bookingWith(), nothing)).toBeUndefined();
});

test('reads intervals as the service writes them', () => {
  const read = explanation(
    {
      summary: 'Both were there.',
      presence: { host: [[1, 2]], guest: [] },
      gaps: [[3, 4]],
      next: { what: 'Nothing.' },
    },
    'answer',
  );
  expect(read.presence?.host).toEqual([{ fromMs: 1, untilMs: 2 }]);
  expect(read.gaps).toEqual([{ fromMs: 3, untilMs: 4 }]);
});

test.each([[[[1]]], [[[1, 2, 3]]], [['1-2']]])('refuses %j as intervals', (host) => {
  const answer = { summary: '', presence: { host, guest: [] }, next: { what: '' } };
  expect(() => explanation(answer, 'answer')).toThrow('host[0]');
});
