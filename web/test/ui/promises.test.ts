import { describe, expect, it } from 'vitest';
import type { MarketSlot } from '../../src/core/api/market';
import { bookingPromises, type PromiseKind } from '../../src/ui/pages/host/promises';
import { bookingWith, START_S } from '../support/bookings';

const { terms } = bookingWith();
const SLOT: MarketSlot = {
  slot_id: 3,
  start_s: START_S,
  end_s: START_S + 1_800,
  duration_mins: 30,
  price: 20_000_000n,
  grace_mins: 10,
  min_overlap_mins: 20,
  cancel_cutoff_mins: 60,
  status: 'open',
  booking_id: undefined,
};
const WRITING = {
  money: (units: bigint) => `${units} units`,
  moment: (atS: number) => `second ${atS}`,
};
const DAY_BEFORE_S = START_S - 86_400;

const told = (kind: PromiseKind, slot = SLOT, of = terms, nowS = DAY_BEFORE_S) =>
  bookingPromises(slot, of, nowS, WRITING).find((each) => each.kind === kind)?.sentence;

describe('what a guest is told before paying', () => {
  it('says what is paid, and that the host does not have it yet', () => {
    expect(told('pay')).toContain('You pay 20000000 units now. It lies in the escrow');
  });

  it('says when the session counts as held, and what the host is paid', () => {
    expect(told('held')).toContain('together for 20 min.');
    expect(told('held')).toContain('500000 units (2.5%)');
    expect(told('held', { ...SLOT, min_overlap_mins: 0 })).toContain('once you both have been');
  });

  it('says what comes of being late on either side', () => {
    expect(told('you_late')).toMatch(
      /^You may join up to 10 min late\. .* you get nothing back\.$/,
    );
    expect(told('you_late', { ...SLOT, grace_mins: 0 })).toMatch(/^No late join is allowed\./);
    expect(told('host_late')).toContain('you get everything back');
  });

  it('says until when cancelling is free, to the last second of it, and what it costs later', () => {
    const cutoffS = START_S - 3_600;
    expect(told('cancel')).toContain(`for free until second ${cutoffS}.`);
    expect(told('cancel')).toContain('10000000 units (50%)');
    expect(told('cancel', SLOT, terms, cutoffS)).toContain('for free until');
    expect(told('cancel', SLOT, terms, cutoffS + 1)).toContain('is over');
  });

  it('does not speak of a penalty where there is none', () => {
    const free = { ...terms, late_cancel_penalty_bps: 0 };
    expect(told('cancel', SLOT, free)).toBe(
      `You cancel for free until the start, second ${START_S}.`,
    );
  });

  it('says from when the money comes back without anybody’s word', () => {
    expect(told('unattested')).toContain(`from second ${SLOT.end_s + terms.no_attest_buffer_s}`);
  });

  it('says whether an outcome can be challenged', () => {
    expect(told('challenge')).toContain('for 1 h, with a bond of 5000000 units');
    expect(told('challenge', SLOT, { ...terms, challenge_window_s: 0 })).toContain('cannot');
  });
});
