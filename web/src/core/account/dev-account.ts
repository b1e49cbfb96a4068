import { Transaction } from 'viem/tempo';
import type { DevAccount } from '../api/about';
import { devKey, devWallet } from '../wallet/dev';
import type { Account } from './account';
import { type Destination, sendTempo } from './tempo-sender';

/**
 * A dev account of the local chain.
 *
 * @throws where none of Anvil's accounts has that address
 */
export function devAccount(dev: DevAccount, to: Destination): Account {
  const wallet = devWallet(dev);
  const key = devKey(dev);
  return {
    ...wallet,
    signatures: () => 0,
    send: (sending) =>
      sendTempo(sending, to, (transaction) =>
        key.signTransaction(transaction as never, { serializer: Transaction.serialize as never }),
      ),
  };
}
