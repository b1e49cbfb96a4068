import type { Account } from '../../core/account/account';
import { devAccount } from '../../core/account/dev-account';
import { injectedAccount } from '../../core/account/injected-account';
import { createPasskey, passkeyAccount } from '../../core/account/passkey';
import { addPasskey, knownPasskeys, type Passkey } from '../../core/account/passkey-store';
import type { Destination } from '../../core/account/tempo-sender';
import { giveTestMoney } from '../../core/account/test-money';
import type { About, DevAccount } from '../../core/api/about';
import { Chain } from '../../core/chain/chain';
import { nodeAt } from '../../core/chain/node';
import type { Result } from '../../core/result';
import { systemClock } from '../../core/time';
import { findWallet, type InjectedWallet } from '../../core/wallet/injected';
import type { KeptAccount } from '../../core/wallet/wallet';
import { escrowOf } from '../deed/use-escrow';

/** Accounts with all that a browser gives; loaded when one is opened. */

const destination = (about: About): Destination => ({
  chain: new Chain(nodeAt(location.origin)),
  chainId: about.chain_id,
});

export const openDev = (dev: DevAccount, about: About): Account =>
  devAccount(dev, destination(about));

export const openInjected = (wallet: InjectedWallet, about: About): Promise<Account> =>
  injectedAccount(wallet, { to: destination(about), clock: systemClock });

export const openPasskey = (passkey: Passkey, about: About): Account =>
  passkeyAccount(passkey, destination(about));

export async function newPasskey(name: string, about: About): Promise<Account> {
  const passkey = await createPasskey(name);
  addPasskey(localStorage, passkey);
  return openPasskey(passkey, about);
}

/** The account of an earlier page, without asking its owner; nothing where it is gone. */
export async function reopen(kept: KeptAccount, about: About): Promise<Account | undefined> {
  switch (kept.kind) {
    case 'dev':
      return openDev(kept, about);
    case 'passkey':
      return knownPasskeys(localStorage)
        .map((passkey) => openPasskey(passkey, about))
        .find(({ address }) => address === kept.address);
    case 'injected': {
      const wallet = await findWallet(window, kept.name, systemClock);
      const parts = { to: destination(about), clock: systemClock };
      return wallet && injectedAccount(wallet, parts, 'eth_accounts');
    }
  }
}

/** Local chain: test money out of the first dev account's purse. Nothing where there is none. */
export async function testMoney(
  to: `0x${string}`,
  about: About,
): Promise<Result<bigint> | undefined> {
  const escrow = escrowOf(about);
  const purse = about.accounts[0];
  return escrow && purse && giveTestMoney(to, openDev(purse, about), escrow, systemClock);
}
