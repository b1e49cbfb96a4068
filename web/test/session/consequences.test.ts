import { expect, test } from 'vitest';
import { SETTLED_OUTCOMES } from '../../src/core/api/chain-booking';
import {
  challengeStakes,
  fullRefund,
  guestCancellation,
  resolutionOf,
  type Shares,
  settlementOf,
  shareDown,
} from '../../src/core/session/consequences';
import { attestedWith, bookingWith, disputedWith, HOST, START_S } from '../support/bookings';

const sum = ({ host, guest, treasury }: Shares): bigint => host + guest + treasury;

test.each([
  [20_000_000n, 250, 500_000n],
  [1n, 9_999, 0n],
  [3n, 5_000, 1n],
  [7n, 10_000, 7n],
  [0n, 250, 0n],
  [2n ** 95n + 1n, 3_333, 13_203_373_283_002_151_859_964_099_323n],
])('%s units at %s basis points are %s, rounded down', (amount, bps, share) => {
  expect(shareDown(amount, bps)).toBe(share);
});

test('a completed session pays the host less the fee, and so does a no-show of the guest', () => {
  const paid = { host: 19_500_000n, guest: 0n, treasury: 500_000n };
  expect(settlementOf(attestedWith(), 'Completed')).toEqual(paid);
  expect(settlementOf(attestedWith(), 'NoShowGuest')).toEqual(paid);
});

test('a no-show of the host refunds the guest, without a fee', () => {
  const refund = { host: 0n, guest: 20_000_000n, treasury: 0n };
  expect(settlementOf(attestedWith(), 'NoShowHost')).toEqual(refund);
  expect(fullRefund(bookingWith())).toEqual(refund);
});

test('a guest cancels for nothing up to the cutoff, that second included', () => {
  expect(guestCancellation(bookingWith(), START_S - 3_600)).toEqual({
    isLate: false,
    penalty: 0n,
    shares: { host: 0n, guest: 20_000_000n, treasury: 0n },
  });
});

test('a second later it costs the penalty, of which the fee is taken', () => {
  expect(guestCancellation(bookingWith(), START_S - 3_599)).toEqual({
    isLate: true,
    penalty: 10_000_000n,
    shares: { host: 9_750_000n, guest: 10_000_000n, treasury: 250_000n },
  });
});

test('no unit is lost, however the amount divides', () => {
  for (const amount of [1n, 3n, 19n, 10_001n, 33_333_333n, 2n ** 95n + 7n]) {
    const booking = bookingWith({ amount });
    expect(sum(guestCancellation(booking, START_S - 1).shares)).toBe(amount);
    for (const outcome of SETTLED_OUTCOMES) {
      expect(sum(settlementOf(booking, outcome))).toBe(amount);
    }
  }
});

test('a changed outcome gives the bond back to the challenger, the same one to the other', () => {
  expect(resolutionOf(disputedWith(), 'NoShowHost')).toMatchObject({
    isChanged: true,
    bond: 5_000_000n,
    bondTo: 'guest',
    shares: { host: 0n, guest: 20_000_000n, treasury: 0n },
  });
  expect(resolutionOf(disputedWith(), 'Completed')).toMatchObject({
    isChanged: false,
    bondTo: 'host',
    shares: { host: 19_500_000n, guest: 0n, treasury: 500_000n },
  });
});

test('to change a completed session to a no-show of the guest moves only the bond', () => {
  const changed = resolutionOf(disputedWith(), 'NoShowGuest');
  expect(changed?.bondTo).toBe('guest');
  expect(changed?.shares).toEqual(settlementOf(disputedWith(), 'Completed'));
});

test('the bond in dispute counts, and not that of the terms', () => {
  const dispute = { challenger: HOST, bond_amount: 1n, disputed_at_s: 0, timeout_at_s: 0 };
  expect(resolutionOf(disputedWith({ dispute }), 'NoShowGuest')).toMatchObject({
    bond: 1n,
    bondTo: 'host',
  });
});

test('where nothing is disputed there is nothing to resolve', () => {
  expect(resolutionOf(attestedWith(), 'Completed')).toBeUndefined();
});

test('what a challenge may come to is known before', () => {
  expect(challengeStakes(attestedWith(), 'guest', 'NoShowHost')).toMatchObject({
    bond: 5_000_000n,
    bondTo: 'guest',
  });
  expect(challengeStakes(attestedWith(), 'guest', 'Completed').bondTo).toBe('host');
});
