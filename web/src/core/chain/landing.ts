import type { Sent } from '../account/account';
import { ok, type Result, refused } from '../result';
import { type Clock, pause } from '../time';
import type { Chain, Receipt } from './chain';
import { isAnswer } from './problems';

/** A block comes twice a second. */
const LOOK_EVERY_MS = 250;

/**
 * Waits until a transaction is in a block, or can no longer be. Meanwhile the chain may be away:
 * nothing is known then, and that is told.
 */
export async function landed(
  sent: Sent,
  chain: Chain,
  clock: Clock,
  heard: (isHeard: boolean) => void,
): Promise<Result<Receipt>> {
  for (;;) {
    try {
      const answer = await look(sent, chain);
      heard(true);
      if (answer) {
        return answer;
      }
    } catch (error) {
      heard(isAnswer(error));
    }
    await pause(clock, LOOK_EVERY_MS);
  }
}

/** The head first: a receipt that is missing after the end is missing for good. */
async function look({ hash, endS }: Sent, chain: Chain): Promise<Result<Receipt> | undefined> {
  const isOver = endS !== undefined && (await chain.head()).timestampS >= endS;
  const receipt = await chain.receipt(hash);
  if (receipt) {
    return ok(receipt);
  }
  return isOver ? refused(0, 'not_mined', 'its time was over') : undefined;
}
