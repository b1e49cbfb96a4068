import type { ApiRequest } from '../../src/core/api/exchange';
import { fromJson, type Parser } from '../../src/core/parse';
import { ok, type Result, refused } from '../../src/core/result';

/** A service that answers what a test laid down, by path; anything else is not found. */
export class FakeApp {
  readonly asked: string[] = [];
  readonly answers = new Map<string, unknown>();
  readonly refusals = new Map<string, string>();
  serviceNowMs = 1_800_000_000_000;

  read<T>(path: string, parser: Parser<T>): Promise<Result<T>> {
    return this.ask({ method: 'GET', path }, parser);
  }

  async ask<T>({ path }: ApiRequest, parser: Parser<T>): Promise<Result<T>> {
    const answer = await this.askText(path);
    return answer.kind === 'ok' ? ok(fromJson(answer.value, parser, path)) : answer;
  }

  async askText(path: string): Promise<Result<string>> {
    this.asked.push(path);
    const refusal = this.refusals.get(path);
    const answer = this.answers.get(path);
    return refusal !== undefined || answer === undefined
      ? refused(404, refusal ?? 'not_found')
      : ok(typeof answer === 'string' ? answer : JSON.stringify(answer, digits));
  }
}

/** Amounts are decimal strings. */
const digits = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
