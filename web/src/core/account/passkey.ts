import { getAddress } from 'viem';
import { Account as Tempo, WebAuthnP256 } from 'viem/tempo';
import type { Account } from './account';
import type { Passkey } from './passkey-store';
import { type Destination, sendTempo } from './tempo-sender';

const USER_ID_BYTES = 16;

/**
 * Has the device make a passkey. Each is a user of its own to the authenticator: it would replace
 * an older one of the same user, and with it the way to that one's money.
 */
export async function createPasskey(name: string): Promise<Passkey> {
  const { id, publicKey } = await WebAuthnP256.createCredential({
    label: name,
    userId: crypto.getRandomValues(new Uint8Array(USER_ID_BYTES)),
  });
  return { name, id, publicKey };
}

/** The account on Tempo that a passkey is the key of; its device is asked for each signature. */
export function passkeyAccount(passkey: Passkey, to: Destination): Account {
  const account = Tempo.fromWebAuthnP256(passkey);
  const { name } = passkey;
  const address = getAddress(account.address);
  return {
    name,
    address,
    kept: { kind: 'passkey', name, address },
    signPersonalMessage: (message) => account.signMessage({ message }),
    signatures: () => 1,
    send: (sending) =>
      sendTempo(sending, to, (transaction) => account.signTransaction(transaction)),
  };
}
