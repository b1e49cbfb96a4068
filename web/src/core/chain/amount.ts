/** A stablecoin; `decimals` is how many digits of its units lie behind the point. */
export interface Token {
  readonly symbol: string;
  readonly decimals: number;
}

/** Money has two digits behind the point, and more only where they say something. */
const FEWEST_DIGITS = 2;

/** An amount of units in words, exactly: 12.50 AlphaUSD. */
export function formatUnits(units: bigint, { symbol, decimals }: Token): string {
  return `${plainAmount(units, decimals)} ${symbol}`;
}

/** The same without the token's name, as it stands in a field. */
export function plainAmount(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const shown = fraction.padEnd(Math.min(FEWEST_DIGITS, decimals), '0');
  return `${units < 0n ? '-' : ''}${whole}${shown && `.${shown}`}`;
}

/** What somebody typed, in units; nothing where it is no amount that the token can hold exactly. */
export function parseUnits(text: string, decimals: number): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  return whole === undefined || fraction.length > decimals
    ? undefined
    : BigInt(whole + fraction.padEnd(decimals, '0'));
}
