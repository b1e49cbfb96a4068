import type { KeptSignIn } from '../api/tokens';
import { bool, fromJson, object, text } from '../parse';

/** What a page hands to itself over a reload. */
export interface Kept {
  readonly bookingId: string;
  readonly signIn: KeptSignIn;
  readonly inCall: boolean;
  readonly relayOnly: boolean;
}

const NAME = 'session-settlement';

const kept = object({
  bookingId: text,
  signIn: object({ wallet: text, refresh: text }),
  inCall: bool,
  relayOnly: bool,
});

/** Written as the page goes and taken out by the next: a copied tab copies no token. */
export function keep(storage: Storage, what: Kept | undefined): void {
  if (what) {
    storage.setItem(NAME, JSON.stringify(what));
  }
}

/** What was kept for this booking's page, once. */
export function takeKept(storage: Storage, bookingId: string): Kept | undefined {
  const json = storage.getItem(NAME);
  storage.removeItem(NAME);
  try {
    const read = json === null ? undefined : fromJson(json, kept, 'kept');
    return read?.bookingId === bookingId ? read : undefined;
  } catch {
    return undefined;
  }
}
