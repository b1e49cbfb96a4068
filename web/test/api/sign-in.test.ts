import { beforeEach, describe, expect, test } from 'vitest';
import { Exchange } from '../../src/core/api/exchange';
import { SessionApi } from '../../src/core/api/session-api';
import { SignIn } from '../../src/core/api/sign-in';
import { FakeService } from '../support/fake-service';
import { FakeTime } from '../support/fake-time';
import { FakeWallet } from '../support/fake-wallet';

const SITE = { domain: FakeService.DOMAIN, chainId: 31_337 };

let time: FakeTime;
let service: FakeService;
let exchange: Exchange;
let wallet: FakeWallet;
let signIn: SignIn;

beforeEach(() => {
  time = new FakeTime();
  service = new FakeService(time);
  exchange = new Exchange(service.transport, time);
  wallet = new FakeWallet(FakeService.HOST);
  signIn = new SignIn(SITE, exchange, time);
});

const asked = (path: string): number =>
  service.asked.filter((request) => request.endsWith(path)).length;

describe('the message', () => {
  test('is an ERC-4361 message that names this site, this chain and this time', async () => {
    expect(await signIn.with(wallet)).toEqual({ kind: 'ok', value: FakeService.HOST });
    expect(wallet.signed).toEqual([
      [
        'localhost:8080 wants you to sign in with your Ethereum account:',
        FakeService.HOST,
        '',
        'Sign in to Session Settlement.',
        '',
        'URI: http://localhost:8080',
        'Version: 1',
        'Chain ID: 31337',
        'Nonce: nonce-of-17-chars',
        `Issued At: ${new Date(time.nowMs()).toISOString()}`,
      ].join('\n'),
    ]);
  });

  test.each([
    [{ ...SITE, domain: 'elsewhere.example' }, 'wrong_domain'],
    [{ ...SITE, chainId: 1 }, 'wrong_chain'],
  ])('is never signed for another site or chain', async (site, code) => {
    const elsewhere = new SignIn(site, exchange, time);
    expect(await elsewhere.with(wallet)).toMatchObject({ kind: 'refused', code });
    expect(wallet.signed).toEqual([]);
  });

  test('may be refused by the wallet’s owner', async () => {
    wallet.saysNo = true;
    expect(await signIn.with(wallet)).toMatchObject({ kind: 'refused', code: 'wallet_refused' });
    expect(signIn.wallet).toBeUndefined();
  });

  test('is not sent twice where nobody answered', async () => {
    const flaky = new Exchange((request) => {
      service.isAway = request.path === '/auth/verify';
      return service.transport(request);
    }, time);
    const answer = await new SignIn(SITE, flaky, time).with(wallet);
    expect(answer.kind).toBe('unreachable');
    expect(asked('/auth/verify')).toBe(1);
  });
});

describe('the token', () => {
  let api: SessionApi;

  beforeEach(async () => {
    await signIn.with(wallet);
    api = new SessionApi('7', exchange, signIn);
  });

  test('is replaced before it ends, once for all who need it', async () => {
    await time.pass(9 * 60_000);
    const answers = await Promise.all([api.join(false), api.standing(), api.ticket()]);
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(asked('/auth/refresh')).toBe(1);
    expect(wallet.signed).toHaveLength(1);
  });

  test('is replaced when it is refused', async () => {
    service.forgetAccess();
    expect((await api.join(false)).kind).toBe('ok');
    expect(asked('/auth/refresh')).toBe(1);
  });

  test('of a reloaded page comes from what the page kept, and once', async () => {
    const kept = signIn.kept;
    const reloaded = new SignIn(SITE, exchange, time);
    expect(kept && (await reloaded.resume(kept))).toMatchObject({ value: FakeService.HOST });
    expect(wallet.signed).toHaveLength(1);
    const copied = new SignIn(SITE, exchange, time);
    expect(kept && (await copied.resume(kept))).toMatchObject({ code: 'refresh_invalid' });
    expect(copied.wallet).toBeUndefined();
  });

  test('tells the service’s clock', async () => {
    expect(signIn.serviceNowMs).toBe(time.nowMs());
  });

  test('is gone after signing out', async () => {
    await signIn.out();
    expect(await api.join(false)).toMatchObject({ kind: 'refused', code: 'token_missing' });
  });
});

describe('a request', () => {
  test('is repeated for some seconds where nobody answers', async () => {
    service.isAway = true;
    const answer = signIn.with(wallet);
    await time.pass(10_000);
    expect((await answer).kind).toBe('unreachable');
    expect(asked('/auth/nonce')).toBe(6);
  });

  test('is not repeated where the service said no', async () => {
    await signIn.with(new FakeWallet('0x0000000000000000000000000000000000000001'));
    const answer = await new SessionApi('7', exchange, signIn).join(false);
    expect(answer).toMatchObject({ kind: 'refused', status: 403, code: 'not_a_participant' });
    expect(asked('/session/join')).toBe(1);
  });

  test('with an answer that is not JSON is a refusal that says so', async () => {
    const proxy = new Exchange(async () => ({ status: 502, body: '<html>' }), time);
    const answer = await new SignIn(SITE, proxy, time).with(wallet);
    expect(answer).toMatchObject({ kind: 'refused', status: 502, code: 'bad_answer' });
  });
});
