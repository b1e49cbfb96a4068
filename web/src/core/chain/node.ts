import { createClient, http } from 'viem';
import type { Provider } from './provider';

const TIMEOUT_MS = 5_000;
const RETRIES = 2;

/** No more than the service takes at once. */
const CALLS_A_REQUEST = 50;

/** The chain's node, by way of the service that this page came from. */
export function nodeAt(origin: string): Provider {
  const batch = { batchSize: CALLS_A_REQUEST };
  const transport = http(`${origin}/rpc`, { batch, timeout: TIMEOUT_MS, retryCount: RETRIES });
  const { request } = createClient({ transport });
  return { request: (call) => request(call as Parameters<typeof request>[0]) };
}
