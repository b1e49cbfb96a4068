/** Reads a value that came from outside, or throws {@link Malformed}. */
export type Parser<T> = (value: unknown, where: string) => T;

/** What came from outside is not what the protocol says. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

const not = (what: string, where: string): never => {
  throw new Malformed(`${where} is not ${what}`);
};

export const text: Parser<string> = (value, where) =>
  typeof value === 'string' ? value : not('text', where);

export const bool: Parser<boolean> = (value, where) =>
  typeof value === 'boolean' ? value : not('true or false', where);

/** A whole number that a double holds exactly: times, lengths, counts. */
export const whole: Parser<number> = (value, where) =>
  Number.isSafeInteger(value) ? (value as number) : not('a whole number', where);

export const positive: Parser<number> = (value, where) => {
  const number = whole(value, where);
  return number > 0 ? number : not('positive', where);
};

/** A decimal string of token units, or of anything else that a double may not hold. */
export const units: Parser<bigint> = (value, where) =>
  typeof value === 'string' && /^\d{1,78}$/.test(value)
    ? BigInt(value)
    : not('a whole number in decimal digits', where);

export const oneOf =
  <const T extends string>(...words: readonly T[]): Parser<T> =>
  (value, where) =>
    words.find((word) => word === value) ?? not(`one of ${words.join(', ')}`, where);

export const list =
  <T>(item: Parser<T>): Parser<readonly T[]> =>
  (value, where) =>
    Array.isArray(value)
      ? value.map((each, i) => item(each, `${where}[${i}]`))
      : not('a list', where);

/** Absent and null are the same. */
export const optional =
  <T>(inner: Parser<T>): Parser<T | undefined> =>
  (value, where) =>
    value === undefined || value === null ? undefined : inner(value, where);

export const otherwise =
  <T>(inner: Parser<T>, fallback: T): Parser<T> =>
  (value, where) =>
    optional(inner)(value, where) ?? fallback;

type Members = Readonly<Record<string, Parser<unknown>>>;
type Read<M extends Members> = {
  readonly [K in keyof M]: M[K] extends Parser<infer T> ? T : never;
};

/** An object with these members; others are ignored. */
export const object =
  <M extends Members>(members: M): Parser<Read<M>> =>
  (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return not('an object', where);
    }
    const entries = Object.entries(members).map(([name, read]) => {
      const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      return [name, read(own, `${where}.${name}`)];
    });
    return Object.fromEntries(entries) as Read<M>;
  };

/** JSON text, read by this parser. */
export function fromJson<T>(json: string, parser: Parser<T>, where: string): T {
  return parser(jsonOf(json, where), where);
}

function jsonOf(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return not('JSON', where);
  }
}
