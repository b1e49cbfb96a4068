import type { Provider } from '../chain/provider';
import { list, Malformed, object, type Parser, text } from '../parse';
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

/** Asks the wallet for its account; rejects where its owner says no. */
export async function connect(injected: InjectedWallet): Promise<Wallet> {
  const { getAddress, stringToHex } = await import('viem');
  const accounts = list(text)(
    await injected.provider.request({ method: 'eth_requestAccounts' }),
    'accounts',
  );
  const address = getAddress(accounts[0] ?? '');
  return {
    name: injected.name,
    address,
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
