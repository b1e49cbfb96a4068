import { type Hex, numberToHex } from 'viem';
import type { Provider } from '../chain/provider';
import { list, object, optional, otherwise, type Parser, text, whole } from '../parse';
import { pause } from '../time';
import type { Sending, Sent } from './account';
import type { InjectedParts } from './injected-account';

/** Several calls as one transaction, where the wallet has that (EIP-5792). */
const capabilities = object({ atomic: optional(object({ status: text })) });

const ATOMIC = ['supported', 'ready'];

/** Whether the wallet makes one transaction of several calls on that chain. */
export async function takesSeveral(
  provider: Provider,
  address: string,
  chainId: number,
): Promise<boolean> {
  const chain = numberToHex(chainId);
  const ofChain = object({ [chain]: optional(capabilities) }) as Parser<
    Readonly<Record<string, ReturnType<typeof capabilities> | undefined>>
  >;
  try {
    const params = [address, [chain]];
    const answer = await provider.request({ method: 'wallet_getCapabilities', params });
    return ATOMIC.includes(ofChain(answer, 'capabilities')[chain]?.atomic?.status ?? '');
  } catch {
    return false;
  }
}

const bundle = object({ id: text });

const bundleStatus = object({
  status: whole,
  receipts: otherwise(list(object({ transactionHash: text })), []),
});

/** From here on it failed for good: EIP-5792's codes are like those of HTTP. */
const FAILED_FROM = 400;
const LOOK_EVERY_MS = 500;

/** Sends the calls as one; waits until the wallet knows the hash. */
export async function callsSent(
  provider: Provider,
  from: string,
  { calls }: Sending,
  { to, clock }: InjectedParts,
): Promise<Sent> {
  const request = {
    version: '2.0.0',
    chainId: numberToHex(to.chainId),
    from,
    atomicRequired: true,
    calls,
  };
  const { id } = bundle(
    await provider.request({ method: 'wallet_sendCalls', params: [request] }),
    'bundle',
  );
  for (;;) {
    const answer = await provider.request({ method: 'wallet_getCallsStatus', params: [id] });
    const { status, receipts } = bundleStatus(answer, 'status');
    const hash = receipts.at(-1)?.transactionHash;
    if (hash !== undefined) {
      return { hash: hash as Hex };
    }
    if (status >= FAILED_FROM) {
      throw Object.assign(new Error(`the wallet gave up (${status})`), { code: status });
    }
    await pause(clock, LOOK_EVERY_MS);
  }
}
