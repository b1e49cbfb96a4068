import { toFunctionSelector } from 'viem';
import type { Sending } from '../account/account';
import { ok, type Result, refused } from '../result';
import { ESCROW, TOKEN } from './abi';
import type { ChainCall, Hex } from './call';
import type { Chain } from './chain';
import type { Deed } from './deed';
import type { EscrowReads } from './escrow-reads';
import { feeInUnits, feeToken, maxFeePerGas, type Purse } from './fees';
import { gasLimit } from './gas';
import { chainProblem } from './problems';

/** Deeds as the transactions that would be sent, and what they cost at most. */
export interface Plan {
  readonly sendings: readonly Sending[];
  /** Units of the fee's token. */
  readonly fee: bigint;
  readonly feeToken: Hex;
}

/** What planning needs of the world. */
export interface Planning {
  readonly chain: Chain;
  readonly reads: EscrowReads;
  readonly account: Hex;
  readonly token: Hex;
  /** Pays the fee where the payment token does not reach. */
  readonly otherFeeToken: Hex;
}

/** Tries the deeds without doing them; answers the reason where one would fail. */
export async function plan(deeds: readonly Deed[], on: Planning): Promise<Result<Plan>> {
  try {
    const [wrong, head, payment, other] = await Promise.all([
      firstRevert(
        deeds.flatMap(({ calls }) => calls),
        on,
      ),
      on.chain.head(),
      purse(on, on.token),
      purse(on, on.otherFeeToken),
    ]);
    return wrong ?? priced(deeds, maxFeePerGas(head.baseFeePerGas), payment, other);
  } catch (error) {
    return chainProblem(error);
  }
}

/** The deeds at this price, paid for by what the account holds. */
export function priced(
  deeds: readonly Deed[],
  pricePerGas: bigint,
  payment: Purse,
  other: Purse,
): Result<Plan> {
  const gas = deeds.map(({ calls }) => gasLimit(calls));
  const fee = gas.reduce((sum, each) => sum + feeInUnits(each, pricePerGas), 0n);
  const pays = deeds.reduce((sum, deed) => sum + deed.pays, 0n);
  const by = feeToken(payment, other, pays, fee);
  if (by === undefined) {
    return refused(0, 'too_little_balance', `${payment.units} held, ${pays + fee} needed`);
  }
  const sendings = deeds.map(({ calls }, i) => ({
    calls,
    gas: gas[i] ?? 0n,
    maxFeePerGas: pricePerGas,
    feeToken: by,
  }));
  return ok({ sendings, fee, feeToken: by });
}

const purse = async ({ reads, account }: Planning, token: Hex): Promise<Purse> => ({
  token,
  units: await reads.balance(account, token),
});

/** Each call is tried by itself: nodes of the local chain ignore what else is in a batch. */
export async function firstRevert(calls: readonly ChainCall[], { chain, account }: Planning) {
  const answers = await Promise.all(
    calls.map((call) =>
      chain.call(call, account).then(
        () => undefined,
        (error: unknown) => chainProblem(error),
      ),
    ),
  );
  return answers.find((answer, i) => answer && !isCured(answer.code, calls.slice(0, i)));
}

/** What an earlier call of the same signature puts right: the call sees its effect, the trial does not. */
const CURES: Readonly<Record<string, Hex>> = {
  too_little_allowance: toFunctionSelector(TOKEN[0]),
  NO_BASE_PRICE: toFunctionSelector(ESCROW[0]),
};

/** Whether an earlier call puts right what this one was refused for. */
export function isCured(code: string, earlier: readonly ChainCall[]): boolean {
  const cure = CURES[code];
  return cure !== undefined && earlier.some(({ data }) => data.startsWith(cure));
}
