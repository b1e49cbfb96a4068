/** Prices are attodollars a gas, fees token units of 6 decimals. */
const ATTODOLLARS_A_UNIT = 10n ** 12n;

/** Attodollars a gas, to whoever makes the block. */
export const TIP_PER_GAS = 10n ** 9n;

/** A maximum that a rising base fee does not pass at once. What is not needed is not paid. */
export const maxFeePerGas = (baseFeePerGas: bigint): bigint => 2n * baseFeePerGas + TIP_PER_GAS;

/** The fee in token units, rounded up. */
export const feeInUnits = (gas: bigint, pricePerGas: bigint): bigint =>
  (gas * pricePerGas + ATTODOLLARS_A_UNIT - 1n) / ATTODOLLARS_A_UNIT;

/** A token that could pay, and how much of it the account holds. */
export interface Purse {
  readonly token: `0x${string}`;
  readonly units: bigint;
}

/**
 * Which token pays the fee: the payment token where it is enough for the deed and the fee,
 * otherwise the installation's fee token. Nothing where the account holds too little.
 */
export function feeToken(
  payment: Purse,
  other: Purse,
  pays: bigint,
  fee: bigint,
): Purse['token'] | undefined {
  if (payment.units >= pays + fee) {
    return payment.token;
  }
  const isEnough = other.token !== payment.token && payment.units >= pays && other.units >= fee;
  return isEnough ? other.token : undefined;
}
