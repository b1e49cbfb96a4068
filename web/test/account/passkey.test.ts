import { Account as Tempo } from 'viem/tempo';
import { expect, test } from 'vitest';
import { passkeyAccount } from '../../src/core/account/passkey';
import { Chain } from '../../src/core/chain/chain';
import { FakeNode } from '../support/fake-node';

const KEY = `0x${'11'.repeat(32)}` as const;

test('a passkey’s address is its public key’s, with a checksum, and its device is asked once', () => {
  const { publicKey } = Tempo.fromP256(KEY);
  const account = passkeyAccount(
    { name: 'mine', id: 'aWQ', publicKey: publicKey.replace('0x04', '0x') as `0x${string}` },
    { chain: new Chain(new FakeNode()), chainId: 31_337 },
  );
  expect(account.address.toLowerCase()).toBe(Tempo.fromP256(KEY).address.toLowerCase());
  expect(account.address).not.toBe(account.address.toLowerCase());
  expect(account.kept).toEqual({ kind: 'passkey', name: 'mine', address: account.address });
  expect(account.signatures(2)).toBe(1);
});
