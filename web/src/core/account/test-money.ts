import { encodeFunctionData } from 'viem';
import { TOKEN } from '../chain/abi';
import type { Hex } from '../chain/call';
import { ChainLine } from '../chain/chain-line';
import type { Deed } from '../chain/deed';
import { Doing } from '../chain/doing';
import type { Escrow } from '../chain/escrow';
import { ok, type Result, refused } from '../result';
import type { Clock } from '../time';
import type { Account } from './account';

/** Enough for a day of trying things out; in units of 6 decimals. */
const TEST_MONEY = 1_000_000_000n;

/** Local chain: gives an account stablecoins out of a rich dev account's purse. */
export async function giveTestMoney(
  to: Hex,
  purse: Account,
  escrow: Escrow,
  clock: Clock,
): Promise<Result<bigint>> {
  const data = encodeFunctionData({
    abi: TOKEN,
    functionName: 'transfer',
    args: [to, TEST_MONEY],
  });
  const calls = [{ to: escrow.contracts.token, data }];
  const deed: Deed = { kind: 'testMoney', calls, pays: TEST_MONEY };
  const doing = new Doing([deed], new ChainLine(escrow, purse, clock));
  await doing.ask();
  await doing.sign();
  const { state } = doing;
  return state.step === 'failed' ? refused(0, state.code, state.detail) : ok(TEST_MONEY);
}
