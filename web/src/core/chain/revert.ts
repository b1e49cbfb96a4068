import { decodeErrorResult, isHex, toFunctionSelector } from 'viem';

/** What TIP-20 tokens revert with, by what it means to whoever pays. */
const TOKEN_REVERTS: ReadonlyMap<string, string> = new Map([
  ['0x13be252b', 'too_little_allowance'],
  ['0x832f98b5', 'too_little_balance'],
  ['0x54cfe659', 'token_policy'],
  ['0xab35696f', 'token_paused'],
  ['0x9c8d2cd2', 'token_policy'],
  ['0xda56842c', 'token_policy'],
  ['0x82b42900', 'token_policy'],
]);

const WORD_REASON = toFunctionSelector('Error(string)');
const SELECTOR_CHARS = 10;

/** A revert's reason: the escrow's word, a token's by its meaning, or that there was none. */
export function reasonOf(data: string): string {
  const selector = data.slice(0, SELECTOR_CHARS);
  return selector === WORD_REASON ? word(data) : (TOKEN_REVERTS.get(selector) ?? 'reverted');
}

function word(data: string): string {
  try {
    const { args } = decodeErrorResult({ abi: [], data: data as `0x${string}` });
    return String(args?.[0] ?? 'reverted');
  } catch {
    return 'reverted';
  }
}

/** What a node's error carries of a revert, wherever in its causes; nothing where it is another. */
export function revertData(error: unknown): string | undefined {
  for (const each of causes(error)) {
    const data = 'data' in each ? each.data : undefined;
    if (isHex(data) && data.length >= SELECTOR_CHARS) {
      return data;
    }
  }
  return undefined;
}

/** An error and what caused it, outermost first. */
export function causes(error: unknown): readonly object[] {
  if (typeof error !== 'object' || error === null) {
    return [];
  }
  return [error, ...('cause' in error ? causes(error.cause) : [])];
}
