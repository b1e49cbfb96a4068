/** What came of asking the service. */
export type Result<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | Refused
  /** No answer, also after the retries that were safe. Whether anything was done is not known. */
  | { readonly kind: 'unreachable'; readonly detail: string };

/** The service said no, and changed nothing. `code` is stable, `detail` is for people. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

export const ok = <T>(value: T): Result<T> => ({ kind: 'ok', value });

export const refused = (status: number, code: string, detail = ''): Refused => ({
  kind: 'refused',
  status,
  code,
  detail,
});

export const unreachable = (detail: string): Result<never> => ({ kind: 'unreachable', detail });

/** The same answer about something else. */
export function map<T, R>(result: Result<T>, change: (value: T) => R): Result<R> {
  return result.kind === 'ok' ? ok(change(result.value)) : result;
}
