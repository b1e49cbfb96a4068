import { type Refused, refused } from '../result';
import { causes, reasonOf, revertData } from './revert';

/** EIP-1193's code for a person who said no. */
const SAID_NO = 4_001;

/** JSON-RPC answers have a code; what has none never reached a node. */
const codes = (error: unknown): readonly unknown[] =>
  causes(error).flatMap((each) => ('code' in each ? [each.code] : []));

const words = (error: unknown): string =>
  causes(error)
    .flatMap((each) => ('message' in each ? [String(each.message)] : []))
    .join('\n');

/** Browsers name what ended a passkey's dialog so. */
const NO_FROM_DEVICE = ['NotAllowedError', 'AbortError'];

const hasName = (error: unknown, names: readonly string[]): boolean =>
  causes(error).some((each) => 'name' in each && names.includes(String(each.name)));

/** Whether a node or a wallet answered at all. */
export const isAnswer = (error: unknown): boolean =>
  revertData(error) !== undefined || codes(error).some((code) => typeof code === 'number');

/** What a failed question to the chain means. */
export function chainProblem(error: unknown): Refused {
  const data = revertData(error);
  if (data !== undefined) {
    return refused(0, reasonOf(data), words(error));
  }
  return refused(0, isAnswer(error) ? 'reverted' : 'chain_unreachable', words(error));
}

/** What a failure to sign or to send means: nothing was done. */
export function sendProblem(error: unknown): Refused {
  if (codes(error).includes(SAID_NO) || hasName(error, NO_FROM_DEVICE)) {
    return refused(0, 'wallet_refused', words(error));
  }
  if (/insufficient (funds|balance|fee)/i.test(words(error))) {
    return refused(0, 'too_little_balance', words(error));
  }
  return isAnswer(error) ? refused(0, 'not_mined', words(error)) : chainProblem(error);
}
