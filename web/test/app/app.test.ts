import { beforeEach, expect, test } from 'vitest';
import type { Account } from '../../src/core/account/account';
import { Exchange } from '../../src/core/api/exchange';
import { App } from '../../src/core/app/app';
import type { KeptAccount } from '../../src/core/wallet/wallet';
import { FakeService } from '../support/fake-service';
import { FakeTime } from '../support/fake-time';
import { FakeWallet } from '../support/fake-wallet';

class FakeAccount extends FakeWallet implements Account {
  signatures = () => 1;
  send = async () => ({ hash: '0x1' }) as const;
}

let time: FakeTime;
let service: FakeService;

beforeEach(() => {
  time = new FakeTime();
  service = new FakeService(time);
});

async function opened(
  kept?: App['kept'],
  reopen: (kept: KeptAccount) => Promise<Account | undefined> = async () => undefined,
): Promise<App> {
  const exchange = new Exchange(service.transport, time);
  const app = new App({ domain: FakeService.DOMAIN, exchange, clock: time, reopen });
  const loading = app.load(kept);
  await time.pass(10_000);
  await loading;
  return app;
}

test('whoever signs in can sign transactions', async () => {
  const app = await opened();
  const account = new FakeAccount(FakeService.GUEST);
  await app.enter(async () => account);
  expect(app.state).toMatchObject({ wallet: FakeService.GUEST, isBusy: false, problem: '' });
  expect(app.state.account).toBe(account);
});

test('an account whose owner says no signs nobody in', async () => {
  const app = await opened();
  await app.enter(async () => {
    throw new Error('User rejected the request.');
  });
  expect(app.state).toMatchObject({ isBusy: false, problem: 'wallet_refused' });
  expect(app.state.wallet).toBeUndefined();
});

test('the next page goes on with the sign-in and the account, and asks nobody', async () => {
  const app = await opened();
  const account = new FakeAccount(FakeService.GUEST);
  await app.enter(async () => account);
  const found = new FakeAccount(FakeService.GUEST);
  const next = await opened(app.kept, async (kept) =>
    kept.address === FakeService.GUEST ? found : undefined,
  );
  expect(next.state.wallet).toBe(FakeService.GUEST);
  expect(next.state.account).toBe(found);
  expect(found.signed).toEqual([]);
});

test('an account that is no longer the one signed in does not sign for it', async () => {
  const app = await opened();
  await app.enter(async () => new FakeAccount(FakeService.GUEST));
  const next = await opened(app.kept, async () => new FakeAccount(FakeService.HOST));
  expect(next.state.wallet).toBe(FakeService.GUEST);
  expect(next.state.account).toBeUndefined();
});

test('a sign-in that has ended is told', async () => {
  const signIn = { wallet: FakeService.GUEST, refresh: 'old' };
  const app = await opened({ signIn });
  expect(app.state).toMatchObject({ isLoading: false, problem: 'refresh_invalid' });
});

test('signing out forgets who was here', async () => {
  const app = await opened();
  await app.enter(async () => new FakeAccount(FakeService.GUEST));
  await app.signOut();
  expect(app.state.wallet).toBeUndefined();
  expect(app.kept).toBeUndefined();
});

test('says so where the service does not answer', async () => {
  service.isAway = true;
  expect((await opened()).state).toMatchObject({ isLoading: false, problem: 'unreachable' });
});
