import type { Account } from '../account/account';
import type { About } from '../api/about';
import type { ApiRequest, Exchange } from '../api/exchange';
import { PublicApi } from '../api/public-api';
import { SignIn } from '../api/sign-in';
import { Observable } from '../observable';
import type { Parser } from '../parse';
import { type Result, refused } from '../result';
import { codeOf } from '../room/room-state';
import type { Clock } from '../time';
import type { KeptAccount } from '../wallet/wallet';
import type { Kept } from './kept';

/** What the app needs of the world. */
export interface AppParts {
  /** The page's own: what sign-in messages must name. */
  readonly domain: string;
  readonly exchange: Exchange;
  readonly clock: Clock;
  /** Finds the account of an earlier page without asking its owner; nothing where it is gone. */
  readonly reopen: (kept: KeptAccount, about: About) => Promise<Account | undefined>;
}

/** Who is here, and what is known of the service. */
export interface AppState {
  readonly isLoading: boolean;
  /** The account's owner is being asked. */
  readonly isBusy: boolean;
  /** The service's code, or one of ours, of what last went wrong; empty where nothing did. */
  readonly problem: string;
  readonly about?: About;
  /** Whose sign-in the service took. */
  readonly wallet?: string;
  /** Can sign transactions; absent where a reload could not find it again. */
  readonly account?: Account;
}

/** The app around its pages: the service, and who is signed in. */
export class App extends Observable<AppState> {
  private signInLine: SignIn | undefined;
  private heardOffsetMs: number | undefined;

  constructor(private readonly parts: AppParts) {
    super({ isLoading: true, isBusy: false, problem: '' });
  }

  get clock(): Clock {
    return this.parts.clock;
  }

  /** The service's time, as far as is known. */
  get serviceNowMs(): number {
    const ownMs = this.parts.clock.nowMs();
    return this.heardOffsetMs === undefined
      ? (this.signInLine?.serviceNowMs ?? ownMs)
      : ownMs + this.heardOffsetMs;
  }

  /** The service has just told its time; on a local chain somebody may have moved it. */
  hearTime(serviceMs: number): void {
    this.heardOffsetMs = serviceMs - this.parts.clock.nowMs();
  }

  /** Reads what the service says of itself; goes on with what an earlier page kept. */
  async load(kept: Kept | undefined): Promise<void> {
    const about = await new PublicApi(this.parts.exchange).about();
    if (about.kind !== 'ok') {
      this.set({ isLoading: false, problem: codeOf(about) });
      return;
    }
    const { exchange, clock, domain } = this.parts;
    this.signInLine = new SignIn({ domain, chainId: about.value.chain_id }, exchange, clock);
    this.set({ about: about.value, problem: '' });
    if (about.value.now_ms !== undefined) {
      this.hearTime(about.value.now_ms);
    }
    if (kept) {
      await this.resume(kept, about.value, this.signInLine);
    }
    this.set({ isLoading: false });
  }

  /** Signs in with an account, which may have to be opened first. */
  async enter(open: () => Promise<Account>): Promise<void> {
    if (!this.signInLine || this.state.isBusy) {
      return;
    }
    this.set({ isBusy: true, problem: '' });
    try {
      const account = await open();
      this.entered(await this.signInLine.with(account), account);
    } catch {
      this.set({ problem: 'wallet_refused' });
    }
    this.set({ isBusy: false });
  }

  async signOut(): Promise<void> {
    const { wallet: _, account: __, ...others } = this.state;
    this.replaceAll(others);
    await this.signInLine?.out();
  }

  /** What the next page needs to go on. */
  get kept(): Kept | undefined {
    const signIn = this.signInLine?.kept;
    const account = this.state.account?.kept;
    return signIn && { signIn, ...(account && { account }) };
  }

  /** Reads what everybody may. */
  read<T>(path: string, parser: Parser<T>): Promise<Result<T>> {
    return this.parts.exchange.send({ method: 'GET', path }, parser);
  }

  /** Asks as nobody in particular, once: for what must not be done twice. */
  post<T>(path: string, body: unknown, parser: Parser<T>): Promise<Result<T>> {
    return this.parts.exchange.once({ method: 'POST', path, body }, parser);
  }

  /** Asks as whoever is signed in; for what may arrive twice without harm. */
  ask<T>(request: ApiRequest, parser: Parser<T>): Promise<Result<T>> {
    return this.signedIn((token) => this.parts.exchange.send({ ...request, token }, parser));
  }

  /** Asks as whoever is signed in, for a text that is to be hashed as it is. */
  askText(path: string): Promise<Result<string>> {
    return this.signedIn((token) => this.parts.exchange.text({ method: 'GET', path, token }));
  }

  private async signedIn<T>(request: (token: string) => Promise<Result<T>>): Promise<Result<T>> {
    return (
      this.signInLine?.withToken(request) ??
      refused(0, 'unreachable', 'the service has not answered yet')
    );
  }

  private async resume(kept: Kept, about: About, line: SignIn): Promise<void> {
    const [answer, account] = await Promise.all([
      line.resume(kept.signIn),
      kept.account && this.parts.reopen(kept.account, about),
    ]);
    const isTheirs = answer.kind === 'ok' && account?.address === answer.value;
    this.entered(answer, isTheirs ? account : undefined);
  }

  private entered(answer: Result<string>, account: Account | undefined): void {
    if (answer.kind === 'ok') {
      this.set({ wallet: answer.value, ...(account && { account }) });
    } else {
      this.set({ problem: codeOf(answer) });
    }
  }
}
