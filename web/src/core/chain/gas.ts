import { toFunctionSelector } from 'viem';
import { ESCROW, TOKEN } from './abi';
import type { ChainCall } from './call';

/**
 * Before the first call: base, an expiring nonce, and the first nonce of an account. A passkey's
 * signature is some kilobytes to read and verify.
 */
const TRANSACTION = 400_000n;

/** For a call that is not in the table. */
const UNKNOWN = 1_000_000n;

/**
 * Gas limits by function, those of the Java client (EscrowGas, with what was measured): room for
 * accounts and words that are fresh by chance. What is not used is not paid. Estimates ignore
 * batches on the local chain, hence constants.
 */
const BY_NAME: Readonly<Record<string, bigint>> = {
  approve: 350_000n,
  transfer: 400_000n,
  setHostBasePrice: 1_000_000n,
  createSlot: 600_000n,
  cancelSlot: 300_000n,
  book: 1_000_000n,
  createRequest: 1_800_000n,
  acceptRequest: 1_200_000n,
  challenge: 650_000n,
  withdrawOwed: 650_000n,
  cancelRequest: 1_100_000n,
  cancelBookingAsGuest: 1_100_000n,
  cancelBookingAsHost: 1_100_000n,
  claimIfUnattested: 1_100_000n,
  finalize: 1_100_000n,
  finalizeDisputeByTimeout: 1_100_000n,
  resolveDispute: 1_100_000n,
};

const BY_SELECTOR: ReadonlyMap<string, bigint> = new Map(
  [...ESCROW, ...TOKEN].map((item) => [toFunctionSelector(item), BY_NAME[item.name] ?? UNKNOWN]),
);

const SELECTOR_CHARS = 10;

/** What a transaction with these calls may use at most. */
export const gasLimit = (calls: readonly ChainCall[]): bigint =>
  calls.reduce((sum, call) => sum + gasOf(call), TRANSACTION);

const gasOf = ({ data }: ChainCall): bigint =>
  BY_SELECTOR.get(data.slice(0, SELECTOR_CHARS)) ?? UNKNOWN;
