import type { Provider } from '../chain/provider';
import { list, Malformed, object, type Parser, text } from '../parse';
import type { Clock } from '../time';
import type { Wallet } from './wallet';

/** A wallet that a browser extension announced (EIP-6963). */
export interface InjectedWallet {
  readonly uuid: string;
  readonly name: string;
  readonly provider: Provider;
}

const provider: Parser<Provider> = (value, where) => {
  const has = typeof value === 'object' && value !== null && 'request' in value;
  if (!has || typeof value.request !== 'function') {
    throw new Malformed(`${where} is not a provider`);
  }
  return value as Provider;
};

const announcement = object({ info: object({ uuid: text, name: text }), provider });

/** Asks the extensions to announce themselves, and tells of each once. The answer ends it. */
export function discoverWallets(
  page: EventTarget,
  found: (wallet: InjectedWallet) => void,
): () => void {
  const known = new Set<string>();
  const hear = (event: Event) => {
    const wallet = readAnnouncement(event);
    if (wallet && !known.has(wallet.uuid)) {
      known.add(wallet.uuid);
      found(wallet);
    }
  };
  page.addEventListener('eip6963:announceProvider', hear);
  page.dispatchEvent(new Event('eip6963:requestProvider'));
  return () => page.removeEventListener('eip6963:announceProvider', hear);
}

/** Anything on the page may send such an event. */
function readAnnouncement(event: Event): InjectedWallet | undefined {
  try {
    const detail = 'detail' in event ? event.detail : undefined;
    const { info, provider } = announcement(detail, 'announcement');
    return { ...info, provider };
  } catch {
    return undefined;
  }
}

/**
 * Asks the wallet for its account; rejects where its owner says no. Without asking anybody where
 * this page was let in before.
 */
export async function connect(
  injected: InjectedWallet,
  method: 'eth_requestAccounts' | 'eth_accounts' = 'eth_requestAccounts',
): Promise<Wallet> {
  const { getAddress, stringToHex } = await import('viem');
  const accounts = list(text)(await injected.provider.request({ method }), 'accounts');
  const address = getAddress(accounts[0] ?? '');
  return {
    name: injected.name,
    address,
    kept: { kind: 'injected', name: injected.name, address },
    signPersonalMessage: async (message) =>
      text(
        await injected.provider.request({
          method: 'personal_sign',
          params: [stringToHex(message), address],
        }),
        'signature',
      ),
  };
}

/** Extensions announce themselves at once; one that has not by then is gone. */
const FIND_WITHIN_MS = 1_000;

/** The wallet with this name, once it announces itself. */
export function findWallet(
  page: EventTarget,
  name: string,
  clock: Clock,
): Promise<InjectedWallet | undefined> {
  return new Promise((resolve) => {
    const stop = discoverWallets(page, (wallet) => {
      if (wallet.name === name) {
        resolve(wallet);
      }
    });
    clock.after(FIND_WITHIN_MS, () => {
      stop();
      resolve(undefined);
    });
  });
}
