import { fromJson, list, Malformed, object, type Parser, text } from '../parse';

/** A passkey that was made on this device. Its private half never leaves the authenticator. */
export interface Passkey {
  /** What its owner calls it. */
  readonly name: string;
  /** The credential's id, base64url. */
  readonly id: string;
  /** x and y, 0x hex: an authenticator does not tell it a second time. */
  readonly publicKey: `0x${string}`;
}

const NAME = 'session-settlement.passkeys';
const PUBLIC_KEY = /^0x[0-9a-f]{128}$/i;

const publicKey: Parser<`0x${string}`> = (value, where) => {
  if (typeof value !== 'string' || !PUBLIC_KEY.test(value)) {
    throw new Malformed(`${where} is not a public key`);
  }
  return value as `0x${string}`;
};

const passkeys = list(object({ name: text, id: text, publicKey }));

/** The passkeys of this device, the newest first. */
export function knownPasskeys(storage: Storage): readonly Passkey[] {
  const json = storage.getItem(NAME);
  try {
    return json === null ? [] : fromJson(json, passkeys, 'passkeys');
  } catch {
    return [];
  }
}

export function addPasskey(storage: Storage, passkey: Passkey): void {
  const others = knownPasskeys(storage).filter(({ id }) => id !== passkey.id);
  storage.setItem(NAME, JSON.stringify([passkey, ...others]));
}
