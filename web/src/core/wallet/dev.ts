import { type HDAccount, mnemonicToAccount } from 'viem/accounts';
import type { DevAccount } from '../api/about';
import type { Wallet } from './wallet';

/** Anvil's. Everybody knows these keys: they are worth nothing outside a local chain. */
const MNEMONIC = 'test test test test test test test test test test test junk';
const ACCOUNTS = 10;

/**
 * The key of a dev account of the local chain.
 *
 * @throws where none of Anvil's accounts has that address
 */
export function devKey({ name, address }: DevAccount): HDAccount {
  const account = Array.from({ length: ACCOUNTS }, (_, addressIndex) =>
    mnemonicToAccount(MNEMONIC, { addressIndex }),
  ).find((each) => each.address.toLowerCase() === address.toLowerCase());
  if (!account) {
    throw new Error(`${name} is none of Anvil’s accounts`);
  }
  return account;
}

/**
 * The wallet of a dev account of the local chain.
 *
 * @throws where none of Anvil's accounts has that address
 */
export function devWallet(dev: DevAccount): Wallet {
  const account = devKey(dev);
  return {
    name: dev.name,
    address: account.address,
    kept: { kind: 'dev', name: dev.name, address: account.address },
    signPersonalMessage: (message) => account.signMessage({ message }),
  };
}
