import { describe, expect, test } from 'vitest';
import type { BookingStatus, ChainBooking } from '../../src/core/api/chain-booking';
import { actionsOf, isOpen } from '../../src/core/session/actions';
import {
  attestedWith,
  bookingWith,
  disputedWith,
  END_S,
  FINALIZABLE_S,
  GUEST,
  HOST,
  OWNER,
  START_S,
  STRANGER,
  TIMEOUT_S,
} from '../support/bookings';

const all = (booking: ChainBooking, wallet: string | undefined, nowS: number): string[] =>
  actionsOf(booking, { owner: OWNER, ...(wallet && { wallet }) }, nowS).map(({ kind }) => kind);

const open = (booking: ChainBooking, wallet: string, nowS: number): string[] =>
  actionsOf(booking, { wallet, owner: OWNER }, nowS)
    .filter((action) => isOpen(action, nowS))
    .map(({ kind }) => kind);

describe('booked', () => {
  const booking = bookingWith();
  const claimableS = booking.claimable_at_s;

  test.each([
    ['long before', START_S - 86_400, ['cancel_as_guest']],
    ['a second before joining opens', START_S - 301, ['cancel_as_guest']],
    ['when joining opens', START_S - 300, ['join', 'cancel_as_guest']],
    ['in the last second before the start', START_S - 1, ['join', 'cancel_as_guest']],
    ['at the start', START_S, ['join']],
    ['in the last second', END_S - 1, ['join']],
    ['at the end', END_S, []],
    ['a second before the refund', claimableS - 1, []],
    ['from the refund on', claimableS, ['claim_if_unattested']],
  ] as const)('its guest, %s', (_, nowS, kinds) => {
    expect(open(booking, GUEST, nowS)).toEqual(kinds);
  });

  test('its host cancels as the host, until the start', () => {
    expect(open(booking, HOST, START_S - 1)).toEqual(['join', 'cancel_as_host']);
    expect(open(booking, HOST, START_S)).toEqual(['join']);
    expect(open(booking, HOST, claimableS)).toEqual(['claim_if_unattested']);
  });

  test('tells what opens later, and no longer what is over', () => {
    expect(all(booking, GUEST, START_S - 86_400)).toContain('claim_if_unattested');
    expect(all(booking, GUEST, END_S)).toEqual(['claim_if_unattested']);
  });

  test.each([STRANGER, OWNER])('%s has no part in it', (wallet) => {
    expect(all(booking, wallet, claimableS)).toEqual([]);
  });
});

describe('attested', () => {
  const booking = attestedWith();

  test.each([HOST, GUEST])('%s challenges until it is finalizable', (wallet) => {
    expect(open(booking, wallet, FINALIZABLE_S - 1)).toEqual(['challenge', 'state']);
    expect(open(booking, wallet, FINALIZABLE_S)).toEqual(['state', 'finalize']);
  });

  test('anybody finalizes once that may be, and nobody else challenges', () => {
    expect(open(booking, STRANGER, FINALIZABLE_S - 1)).toEqual([]);
    expect(open(booking, STRANGER, FINALIZABLE_S)).toEqual(['finalize']);
    expect(open(booking, OWNER, FINALIZABLE_S - 1)).toEqual([]);
  });

  test('without a challenge window nobody can challenge', () => {
    const attestedS = END_S + 60;
    const unchallengeable = attestedWith({ finalizable_at_s: attestedS });
    expect(open(unchallengeable, GUEST, attestedS)).toEqual(['state', 'finalize']);
  });
});

describe('disputed', () => {
  const booking = disputedWith();

  test('its owner resolves, before the timeout and after it', () => {
    expect(open(booking, OWNER, TIMEOUT_S - 1)).toEqual(['resolve']);
    expect(open(booking, OWNER, TIMEOUT_S)).toEqual(['resolve', 'finalize_dispute']);
  });

  test('the addresses may be written in any case', () => {
    expect(open(booking, OWNER.toLowerCase(), TIMEOUT_S - 1)).toEqual(['resolve']);
    expect(open(booking, HOST.toLowerCase(), TIMEOUT_S - 1)).toEqual(['state']);
  });

  test('anybody ends it by its timeout, and the parties go on saying what happened', () => {
    expect(open(booking, GUEST, TIMEOUT_S - 1)).toEqual(['state']);
    expect(open(booking, GUEST, TIMEOUT_S)).toEqual(['state', 'finalize_dispute']);
    expect(open(booking, STRANGER, TIMEOUT_S - 1)).toEqual([]);
    expect(open(booking, STRANGER, TIMEOUT_S)).toEqual(['finalize_dispute']);
  });

  test('an owner who is a party does both', () => {
    const own = disputedWith({ host: OWNER });
    expect(open(own, OWNER, TIMEOUT_S - 1)).toEqual(['state', 'resolve']);
  });
});

test('a resolved one is finalized by anybody', () => {
  const booking = attestedWith({ status: 'Resolved', finalizable_at_s: TIMEOUT_S });
  expect(open(booking, STRANGER, TIMEOUT_S)).toEqual(['finalize']);
  expect(open(booking, GUEST, TIMEOUT_S)).toEqual(['finalize']);
});

test.each(['None', 'Cancelled', 'Finalized'] satisfies BookingStatus[])(
  '%s is the end: nobody does anything',
  (status) => {
    for (const wallet of [HOST, GUEST, OWNER, STRANGER]) {
      expect(all(bookingWith({ status }), wallet, TIMEOUT_S * 2)).toEqual([]);
    }
  },
);

test('who is not signed in does nothing', () => {
  expect(all(bookingWith(), undefined, START_S)).toEqual([]);
  expect(all(disputedWith(), undefined, TIMEOUT_S)).toEqual([]);
});
