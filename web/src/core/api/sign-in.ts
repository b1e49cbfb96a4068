import { object } from '../parse';
import { map, ok, type Result, refused } from '../result';
import type { Clock } from '../time';
import type { Wallet } from '../wallet/wallet';
import type { Exchange } from './exchange';
import { type Challenge, challenge, signInMessage } from './sign-in-message';
import { type KeptSignIn, Tokens, tokenAnswer } from './tokens';

/** What the page knows of the service: a signature for another one is never given. */
export interface Site {
  readonly domain: string;
  readonly chainId: number;
}

const UNAUTHORIZED = 401;

/**
 * One wallet's signed-in state. Asks the wallet once, then refreshes the token before it ends or
 * when it is refused; a sign-in that has come to its end is told as the 401 that it is.
 */
export class SignIn {
  private tokens: Tokens | undefined;
  private renewal: Promise<Result<Tokens>> | undefined;

  constructor(
    private readonly site: Site,
    private readonly exchange: Exchange,
    private readonly clock: Clock,
  ) {}

  get wallet(): string | undefined {
    return this.tokens?.wallet;
  }

  /** The token as it is, for a request that cannot wait for a better one. */
  get token(): string | undefined {
    return this.tokens?.access || undefined;
  }

  get kept(): KeptSignIn | undefined {
    return this.tokens && { wallet: this.tokens.wallet, refresh: this.tokens.refresh };
  }

  /** The service's time, as far as is known. */
  get serviceNowMs(): number {
    return this.clock.nowMs() + (this.tokens?.clockOffsetMs ?? 0);
  }

  async with(wallet: Wallet): Promise<Result<string>> {
    const asked = await this.exchange.send(
      { method: 'POST', path: '/auth/nonce', body: {} },
      challenge,
    );
    if (asked.kind !== 'ok') {
      return asked;
    }
    const wrong = this.wrongSite(asked.value);
    return wrong ?? map(await this.verify(asked.value, wallet), (tokens) => tokens.wallet);
  }

  /** Goes on with what a page kept over its reload. */
  async resume(kept: KeptSignIn): Promise<Result<string>> {
    this.tokens = Tokens.kept(kept);
    return map(await this.renew(this.tokens), (tokens) => tokens.wallet);
  }

  /** Runs a request with a token; once more with a new one where it is no longer taken. */
  async withToken<T>(request: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
    const tokens = await this.current();
    if (tokens === undefined) {
      return refused(UNAUTHORIZED, 'token_missing', 'nobody is signed in');
    }
    const first = await request(tokens.access);
    if (!isUnauthorized(first)) {
      return first;
    }
    const renewed = await this.renewedAfter(tokens);
    return renewed.kind === 'ok' ? request(renewed.value.access) : renewed;
  }

  /** Ends the sign-in here at once, whatever the service answers. */
  async out(): Promise<void> {
    const known = this.tokens;
    this.tokens = undefined;
    if (known) {
      const body = { refresh_token: known.refresh };
      await this.exchange.send({ method: 'POST', path: '/auth/logout', body }, object({}));
    }
  }

  /** A refresh in advance that fails costs nothing: the token there is may well be taken. */
  private async current(): Promise<Tokens | undefined> {
    const known = this.tokens;
    if (known === undefined || !known.isEndingAt(this.clock.nowMs())) {
      return known;
    }
    const renewed = await this.renew(known);
    return renewed.kind === 'ok' ? renewed.value : this.tokens && known;
  }

  /** Another request may have got a new one already. */
  private async renewedAfter(refusedOnes: Tokens): Promise<Result<Tokens>> {
    const known = this.tokens ?? refusedOnes;
    return known === refusedOnes ? this.renew(known) : ok(known);
  }

  /** One refresh at a time: a refresh token is used up by its first use. */
  private renew(known: Tokens): Promise<Result<Tokens>> {
    this.renewal ??= this.refresh(known).finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async refresh(known: Tokens): Promise<Result<Tokens>> {
    const askedAtMs = this.clock.nowMs();
    const answer = await this.exchange.send(
      { method: 'POST', path: '/auth/refresh', body: { refresh_token: known.refresh } },
      tokenAnswer,
    );
    if (isUnauthorized(answer)) {
      this.tokens = undefined;
    }
    return this.keep(map(answer, (tokens) => Tokens.of(tokens, askedAtMs)));
  }

  private wrongSite(asked: Challenge): Result<never> | undefined {
    if (asked.domain !== this.site.domain) {
      return refused(0, 'wrong_domain', asked.domain);
    }
    return asked.chain_id === this.site.chainId
      ? undefined
      : refused(0, 'wrong_chain', String(asked.chain_id));
  }

  private async verify(asked: Challenge, wallet: Wallet): Promise<Result<Tokens>> {
    const issuedAt = new Date(this.clock.nowMs()).toISOString();
    const message = signInMessage(asked, wallet.address, issuedAt);
    const signature = await signed(wallet, message);
    if (signature.kind !== 'ok') {
      return signature;
    }
    const askedAtMs = this.clock.nowMs();
    const answer = await this.exchange.once(
      { method: 'POST', path: '/auth/verify', body: { message, signature: signature.value } },
      tokenAnswer,
    );
    return this.keep(map(answer, (tokens) => Tokens.of(tokens, askedAtMs)));
  }

  private keep(result: Result<Tokens>): Result<Tokens> {
    if (result.kind === 'ok') {
      this.tokens = result.value;
    }
    return result;
  }
}

/** Wallets say no by rejecting, each in its own words. */
async function signed(wallet: Wallet, message: string): Promise<Result<string>> {
  try {
    return ok(await wallet.signPersonalMessage(message));
  } catch {
    return refused(0, 'wallet_refused', `${wallet.name} did not sign`);
  }
}

const isUnauthorized = (result: Result<unknown>): boolean =>
  result.kind === 'refused' && result.status === UNAUTHORIZED;
