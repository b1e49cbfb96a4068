import { describe, expect, it } from 'vitest';
import { acceptanceProblem } from '../../src/core/market/acceptance';
import { fieldOf, momentIn } from '../../src/core/market/moment-field';
import { offerOf, type Wish } from '../../src/core/market/request-form';
import { HOST } from '../support/bookings';

const NOW_S = Date.parse('2026-06-01T08:00:00Z') / 1_000;
const PLACE = { host: HOST, basePrice: 20n, zone: 'Europe/Berlin', nowS: NOW_S } as const;
const WISH: Wish = {
  earliest: '2026-06-02T09:00',
  latest: '2026-06-02T12:00',
  durationMins: 60,
  amount: 20n,
};

describe('a wish for a time', () => {
  it('becomes an offer to the host, open until the latest start', () => {
    const earliestS = Date.parse('2026-06-02T07:00:00Z') / 1_000;
    expect(offerOf(WISH, PLACE)).toEqual({
      host: HOST,
      windowStartS: earliestS,
      windowEndS: earliestS + 3 * 3_600,
      expiryS: earliestS + 3 * 3_600,
      durationMins: 60,
      amount: 20n,
    });
  });

  it.each([
    ['no_time', { earliest: '' }],
    ['no_time', { latest: '2026-03-29T02:30' }],
    ['too_soon', { earliest: '2026-06-01T10:01' }],
    ['turned_round', { latest: '2026-06-02T08:59' }],
    ['bad_duration', { durationMins: 241 }],
    ['bad_duration', { durationMins: Number.NaN }],
    ['bad_amount', { amount: undefined }],
    ['bad_amount', { amount: 0n }],
    ['below_price', { amount: 19n }],
  ])('is refused: %s for %o', (problem, change) => {
    expect(offerOf({ ...WISH, ...change }, PLACE)).toBe(problem);
  });

  it('may offer anything above nothing to a host without a price', () => {
    expect(offerOf({ ...WISH, amount: 1n }, { ...PLACE, basePrice: undefined })).toMatchObject({
      amount: 1n,
    });
  });

  it('means the earlier of two moments that clocks show alike', () => {
    expect(momentIn('2026-10-25T02:30', 'Europe/Berlin')).toBe(
      Date.parse('2026-10-25T00:30:00Z') / 1_000,
    );
  });
});

describe('a field with a moment', () => {
  it('shows the next full minute, and is read as the moment that it shows', () => {
    const atS = Date.parse('2026-06-02T07:00:30Z') / 1_000;
    expect(fieldOf(atS, 'Asia/Kathmandu')).toBe('2026-06-02T12:46');
    expect(momentIn('2026-06-02T12:46', 'Asia/Kathmandu')).toBe(atS + 30);
  });
});

describe('a request', () => {
  const request = {
    request_id: 1,
    host_target: HOST,
    guest: HOST,
    window_start_s: NOW_S + 3_600,
    window_end_s: NOW_S + 7_200,
    duration_mins: 60,
    amount: 20n,
    expiry_s: NOW_S + 7_200,
    status: 'open',
    booking_id: undefined,
  } as const;

  it.each([
    ['no_time', undefined],
    ['outside_window', NOW_S + 3_599],
    ['outside_window', NOW_S + 7_201],
    ['taken', NOW_S + 7_200],
    [undefined, NOW_S + 3_600],
  ])('accepted is %s for a start at %s', (problem, startS) => {
    const taken = [{ startS: NOW_S + 7_200, endS: NOW_S + 10_000 }];
    expect(acceptanceProblem(request, startS, taken, NOW_S)).toBe(problem);
  });

  it('whose window has begun is accepted later than within a minute', () => {
    expect(acceptanceProblem(request, NOW_S + 3_600, [], NOW_S + 3_580)).toBe('too_soon');
  });
});
