import type { Transport } from './exchange';

/** No request of ours takes longer: an answer after that is no use inside a lease. */
const TIMEOUT_MS = 5_000;

/** The browser's fetch, to the origin that the page came from. */
export const fetchTransport: Transport = async (request) => {
  const response = await fetch(request.path, {
    method: request.method,
    headers: {
      accept: 'application/json',
      ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    keepalive: request.keepalive ?? false,
    cache: 'no-store',
    credentials: 'omit',
    ...(request.keepalive !== true && { signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
  return { status: response.status, body: await response.text() };
};
