import { fromJson, Malformed, object, otherwise, type Parser, text } from '../parse';
import { ok, type Result, refused, unreachable } from '../result';
import { type Clock, pause } from '../time';

/** One request; the shape of fetch's arguments that the service needs. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** Outlives the page that sends it. */
  readonly keepalive?: boolean;
}

/** Sends one request. Rejects when there is no answer. */
export type Transport = (request: ApiRequest) => Promise<{ status: number; body: string }>;

/** Pauses before further attempts; together well inside a lease. */
const RETRY_PAUSES_MS = [100, 200, 400, 800, 1_600];

const UNAVAILABLE = 503;

const problem = object({ error: text, detail: otherwise(text, '') });

/** Sends requests, repeats what is safe to repeat, and turns answers into results. */
export class Exchange {
  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
  ) {}

  /** For what may arrive twice without harm. */
  send<T>(request: ApiRequest, parser: Parser<T>): Promise<Result<T>> {
    return this.repeating(request, jsonBy(parser));
  }

  /** The answer's text as it came, for what is hashed: bytes of UTF-8 that begin with no mark. */
  text(request: ApiRequest): Promise<Result<string>> {
    return this.repeating(request, (body) => body);
  }

  /** For what must not be sent twice. */
  once<T>(request: ApiRequest, parser: Parser<T>): Promise<Result<T>> {
    return this.attempt(request, jsonBy(parser));
  }

  private async repeating<T>(request: ApiRequest, reading: Reading<T>): Promise<Result<T>> {
    let last = await this.attempt(request, reading);
    for (const pauseMs of RETRY_PAUSES_MS) {
      if (!isWorthAnother(last)) {
        break;
      }
      await pause(this.clock, pauseMs);
      last = await this.attempt(request, reading);
    }
    return last;
  }

  private async attempt<T>(request: ApiRequest, reading: Reading<T>): Promise<Result<T>> {
    try {
      const answer = await this.transport(request);
      return read(answer.status, answer.body, reading);
    } catch (e) {
      return unreachable(`${request.method} ${request.path}: ${String(e)}`);
    }
  }
}

/** What an answer's body says; throws {@link Malformed}. */
type Reading<T> = (body: string) => T;

const jsonBy =
  <T>(parser: Parser<T>): Reading<T> =>
  (body) =>
    fromJson(body, parser, 'answer');

function isWorthAnother(result: Result<unknown>): boolean {
  return (
    result.kind === 'unreachable' || (result.kind === 'refused' && result.status === UNAVAILABLE)
  );
}

function read<T>(status: number, body: string, reading: Reading<T>): Result<T> {
  try {
    if (status >= 200 && status < 300) {
      return ok(reading(body));
    }
    const { error, detail } = fromJson(body, problem, 'problem');
    return refused(status, error, detail);
  } catch (e) {
    if (e instanceof Malformed) {
      return refused(status, 'bad_answer', e.message);
    }
    throw e;
  }
}
