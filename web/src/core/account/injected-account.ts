import { type Hex, numberToHex } from 'viem';
import { landed } from '../chain/landing';
import type { Provider } from '../chain/provider';
import { text } from '../parse';
import type { Clock } from '../time';
import { connect, type InjectedWallet } from '../wallet/injected';
import type { Account, Sending, Sent } from './account';
import { callsSent, takesSeveral } from './several-calls';
import type { Destination } from './tempo-sender';

/** What an injected account's transactions need. */
export interface InjectedParts {
  readonly to: Destination;
  readonly clock: Clock;
}

/** The account of a browser wallet, asking its owner as {@link connect} does. */
export async function injectedAccount(
  injected: InjectedWallet,
  parts: InjectedParts,
  method?: Parameters<typeof connect>[1],
): Promise<Account> {
  const wallet = await connect(injected, method);
  const { provider } = injected;
  const isAtomic = await takesSeveral(provider, wallet.address, parts.to.chainId);
  const isOne = (calls: number) => calls === 1 || isAtomic;
  return {
    ...wallet,
    signatures: (calls) => (isOne(calls) ? 1 : calls),
    send: async (sending) => {
      await switchChain(provider, parts.to.chainId);
      return isAtomic && sending.calls.length > 1
        ? callsSent(provider, wallet.address, sending, parts)
        : eachSent(provider, wallet.address, sending, parts);
    },
  };
}

async function switchChain(provider: Provider, chainId: number): Promise<void> {
  const wanted = numberToHex(chainId);
  if ((await provider.request({ method: 'eth_chainId' })) !== wanted) {
    const params = [{ chainId: wanted }];
    await provider.request({ method: 'wallet_switchEthereumChain', params });
  }
}

/** One transaction a call; each in its block before the next, which builds on it. */
async function eachSent(
  provider: Provider,
  from: string,
  { calls }: Sending,
  { to, clock }: InjectedParts,
): Promise<Sent> {
  let last: Sent | undefined;
  for (const call of calls) {
    if (last) {
      await done(last, to, clock);
    }
    const params = [{ from, to: call.to, data: call.data }];
    const hash = await provider.request({ method: 'eth_sendTransaction', params });
    last = { hash: text(hash, 'hash') as Hex };
  }
  if (!last) {
    throw new Error('nothing to send');
  }
  return last;
}

/** JSON-RPC's code for what a node does not take. */
const FAILED = -32_000;

async function done(sent: Sent, { chain }: Destination, clock: Clock): Promise<void> {
  const answer = await landed(sent, chain, clock, () => {});
  if (answer.kind !== 'ok' || !answer.value.hasSucceeded) {
    const message = `${sent.hash} did not succeed, what follows it is not sent`;
    throw Object.assign(new Error(message), { code: FAILED });
  }
}
