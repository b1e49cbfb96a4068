import { expect, test } from 'vitest';
import { addPasskey, knownPasskeys } from '../../src/core/account/passkey-store';
import { FakeStorage } from '../support/fake-storage';

const passkey = (id: string, name = 'mine') =>
  ({ id, name, publicKey: `0x${'ab'.repeat(64)}` }) as const;

test('the newest passkey comes first, each once', () => {
  const storage = new FakeStorage();
  addPasskey(storage, passkey('a'));
  addPasskey(storage, passkey('b'));
  addPasskey(storage, passkey('a', 'renamed'));
  expect(knownPasskeys(storage)).toEqual([passkey('a', 'renamed'), passkey('b')]);
});

test.each(['', '7', '[{"id":"a"}]', '[{"id":"a","name":"n","publicKey":"0x04"}]'])(
  'what somebody else wrote, %o, is no passkey',
  (json) => {
    const storage = new FakeStorage();
    storage.setItem('session-settlement.passkeys', json);
    expect(knownPasskeys(storage)).toEqual([]);
  },
);
