import { encodeErrorResult, parseAbi } from 'viem';
import { expect, test } from 'vitest';
import { chainProblem, sendProblem } from '../../src/core/chain/problems';
import { reasonOf } from '../../src/core/chain/revert';

const word = (reason: string) =>
  encodeErrorResult({
    abi: parseAbi(['error Error(string)']),
    errorName: 'Error',
    args: [reason],
  });

test.each([
  [word('NOT_BOOKED'), 'NOT_BOOKED'],
  [`0x832f98b5${'0'.repeat(192)}`, 'too_little_balance'],
  ['0xab35696f', 'token_paused'],
  ['0x54cfe659', 'token_policy'],
  ['0x12345678', 'reverted'],
  ['0x08c379a0ff', 'reverted'],
])('the revert %s is told as %s', (data, reason) => {
  expect(reasonOf(data)).toBe(reason);
});

test('a revert is found wherever in an error’s causes it is', () => {
  const inner = Object.assign(new Error('execution reverted'), {
    code: 3,
    data: word('TOO_EARLY'),
  });
  const outer = new Error('call failed', { cause: new Error('rpc', { cause: inner }) });
  expect(chainProblem(outer)).toMatchObject({ kind: 'refused', code: 'TOO_EARLY' });
});

test('an error without any answer means that the chain is away', () => {
  expect(chainProblem(new TypeError('fetch failed')).code).toBe('chain_unreachable');
  expect(sendProblem(new TypeError('fetch failed')).code).toBe('chain_unreachable');
});

const named = (name: string) => Object.assign(new Error('no'), { name });

test.each([
  [Object.assign(new Error('User rejected the request.'), { code: 4_001 }), 'wallet_refused'],
  [named('NotAllowedError'), 'wallet_refused'],
  [new Error('signing', { cause: named('AbortError') }), 'wallet_refused'],
  [
    Object.assign(new Error('Insufficient funds for gas * price + value'), { code: -32_003 }),
    'too_little_balance',
  ],
  [Object.assign(new Error('nonce too low'), { code: -32_003 }), 'not_mined'],
])('%s on the way out is told as %s', (error, code) => {
  expect(sendProblem(error).code).toBe(code);
});
