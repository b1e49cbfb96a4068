import type { KeptSignIn } from '../api/tokens';
import { bool, fromJson, object, oneOf, optional, text } from '../parse';
import type { KeptAccount } from '../wallet/wallet';

/** What a page hands to the next one in its tab: to itself reloaded, or between app and call. */
export interface Kept {
  readonly signIn: KeptSignIn;
  readonly account?: KeptAccount;
  readonly call?: KeptCall;
}

/** How a call was left. */
export interface KeptCall {
  readonly bookingId: string;
  readonly inCall: boolean;
  readonly relayOnly: boolean;
}

const NAME = 'session-settlement';

const kept = object({
  signIn: object({ wallet: text, refresh: text }),
  account: optional(
    object({ kind: oneOf('passkey', 'injected', 'dev'), name: text, address: text }),
  ),
  call: optional(object({ bookingId: text, inCall: bool, relayOnly: bool })),
});

/** Written as the page goes and taken out by the next: a copied tab copies no token. */
export function keep(storage: Storage, what: Kept | undefined): void {
  if (what) {
    storage.setItem(NAME, JSON.stringify(what));
  }
}

/** What was kept, once. */
export function takeKept(storage: Storage): Kept | undefined {
  const json = storage.getItem(NAME);
  storage.removeItem(NAME);
  try {
    return json === null ? undefined : read(json);
  } catch {
    return undefined;
  }
}

function read(json: string): Kept {
  const { signIn, account, call } = fromJson(json, kept, 'kept');
  return { signIn, ...(account && { account }), ...(call && { call }) };
}
