import { toFunctionSignature } from 'viem';
import { expect, test } from 'vitest';
import published from '../../../contracts/abi/SessionEscrowV1.abi.json';
import { ESCROW } from '../../src/core/chain/abi';

const shapes = (abi: readonly object[]): ReadonlyMap<string, string> =>
  new Map(
    (abi as typeof ESCROW)
      .filter(({ type }) => type === 'function')
      .map((item) => [
        toFunctionSignature(item),
        `${item.stateMutability} ${item.outputs.map(({ type }) => type)}`,
      ]),
  );

test('the contract has every function that the app calls, as the app calls it', () => {
  const all = shapes(published);
  for (const [signature, shape] of shapes(ESCROW)) {
    expect(all.get(signature), signature).toBe(shape);
  }
});
