import { object, positive, text, whole } from '../parse';

/** What a sign-in or a refresh answers. */
export const tokenAnswer = object({
  access_token: text,
  expires_at_ms: whole,
  expires_in_ms: positive,
  wallet: text,
  refresh_token: text,
});

/** What lets a reloaded page go on without a new signature. */
export interface KeptSignIn {
  readonly wallet: string;
  readonly refresh: string;
}

/** A token is replaced in the last tenth of its life. */
const PARTS_OF_LIFE = 10;

/** The tokens of a sign-in; times by this device's clock. */
export class Tokens {
  private constructor(
    readonly wallet: string,
    readonly access: string,
    readonly refresh: string,
    private readonly renewAtMs: number,
    /** What to add to this device's clock to get the service's. */
    readonly clockOffsetMs: number,
  ) {}

  static of(answer: ReturnType<typeof tokenAnswer>, askedAtMs: number): Tokens {
    const serviceNowMs = answer.expires_at_ms - answer.expires_in_ms;
    return new Tokens(
      answer.wallet,
      answer.access_token,
      answer.refresh_token,
      askedAtMs + answer.expires_in_ms * (1 - 1 / PARTS_OF_LIFE),
      serviceNowMs - askedAtMs,
    );
  }

  /** Known to be good for a refresh alone. */
  static kept({ wallet, refresh }: KeptSignIn): Tokens {
    return new Tokens(wallet, '', refresh, 0, 0);
  }

  isEndingAt(nowMs: number): boolean {
    return nowMs >= this.renewAtMs;
  }
}
