import type { Credit } from './credits';

/** What has become of a credit. */
export interface Claim {
  readonly credit: Credit;
  readonly state: 'claimed' | 'unclaimed' | 'nothing';
}

/**
 * Which credits are still owed. A payout always takes everything, so what is owed is the newest of
 * them: they are gone through from the newest until they come to it. Where something else was
 * credited beside them, as a request's refund, one too many is called unclaimed rather than one too
 * few.
 *
 * @param owed what the escrow owes the same account now, in units
 * @return the newest first
 */
export function claimsOf(credits: readonly Credit[], owed: bigint): readonly Claim[] {
  let left = owed;
  return credits
    .toReversed()
    .toSorted(newestFirst)
    .map((credit): Claim => {
      if (credit.units === 0n) {
        return { credit, state: 'nothing' };
      }
      const state = left > 0n ? 'unclaimed' : 'claimed';
      left -= credit.units;
      return { credit, state };
    });
}

const newestFirst = (a: Credit, b: Credit): number =>
  b.block - a.block || b.bookingId - a.bookingId;

/** What is owed beside these credits: refunds of requests, or of bookings further back. */
export const owedBeside = (claims: readonly Claim[], owed: bigint): bigint => {
  const unclaimed = claims
    .filter(({ state }) => state === 'unclaimed')
    .reduce((sum, { credit }) => sum + credit.units, 0n);
  return owed > unclaimed ? owed - unclaimed : 0n;
};

/** A session's money has arrived, or there never was any for this party. */
export const isSettled = (claims: readonly Claim[], bookingId: number): boolean => {
  const own = claims.filter(({ credit }) => credit.bookingId === bookingId);
  return own.length > 0 && own.every(({ state }) => state !== 'unclaimed');
};
