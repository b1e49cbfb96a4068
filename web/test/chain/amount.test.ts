import { expect, test } from 'vitest';
import { formatUnits, parseUnits, plainAmount } from '../../src/core/chain/amount';

const ALPHA = { symbol: 'AlphaUSD', decimals: 6 };

test.each([
  [12_500_000n, '12.50 AlphaUSD'],
  [0n, '0.00 AlphaUSD'],
  [1n, '0.000001 AlphaUSD'],
  [1_234_560n, '1.23456 AlphaUSD'],
  [-2_000_000n, '-2.00 AlphaUSD'],
  [2n ** 96n, '79228162514264337593543.950336 AlphaUSD'],
])('%d units are %s', (units, text) => {
  expect(formatUnits(units, ALPHA)).toBe(text);
});

test.each([
  [5n, 0, '5'],
  [5n, 1, '0.5'],
])('%d units of %d decimals are %s', (units, decimals, text) => {
  expect(plainAmount(units, decimals)).toBe(text);
});

test.each([
  ['12.5', 12_500_000n],
  [' 7 ', 7_000_000n],
  ['0.000001', 1n],
  ['79228162514264337593543.950336', 2n ** 96n],
])('%s is read exactly', (text, units) => {
  expect(parseUnits(text, 6)).toBe(units);
});

test.each(['', '.', '1.', '.5', '-1', '1e3', '0x10', '1,5', '1 000', '0.0000001'])(
  '%o is no amount',
  (text) => {
    expect(parseUnits(text, 6)).toBeUndefined();
  },
);
