import { type Hex, keccak256, maxUint256 } from 'viem';
import type { Transaction } from 'viem/tempo';
import type { Chain } from '../chain/chain';
import { TIP_PER_GAS } from '../chain/fees';
import { isAnswer } from '../chain/problems';
import type { Sending, Sent } from './account';

type TempoTransaction = Transaction.TransactionSerializableTempo;

/** The chain takes 30 s at most. */
const VALIDITY_S = 25n;

/** Where an account's transactions go. */
export interface Destination {
  readonly chain: Chain;
  readonly chainId: number;
}

/**
 * Signs a transaction of Tempo's type and sends it. Its nonce expires instead of counting
 * (docs/decisions/0005): two tabs never wait for one another, and what is not mined in time never
 * will be.
 */
export async function sendTempo(
  sending: Sending,
  { chain, chainId }: Destination,
  sign: (transaction: TempoTransaction) => Promise<Hex>,
): Promise<Sent> {
  const endS = (await chain.head()).timestampS + VALIDITY_S;
  const signed = await sign({
    type: 'tempo',
    chainId,
    calls: sending.calls,
    gas: sending.gas,
    maxFeePerGas: sending.maxFeePerGas,
    maxPriorityFeePerGas: TIP_PER_GAS,
    feeToken: sending.feeToken,
    nonceKey: maxUint256,
    nonce: 0,
    validBefore: Number(endS),
  });
  await deliver(signed, chain);
  return { hash: keccak256(signed), endS };
}

/** Where no answer came it may have arrived all the same: its receipt, or its end, will tell. */
async function deliver(signed: Hex, chain: Chain): Promise<void> {
  try {
    await chain.send(signed);
  } catch (error) {
    if (isAnswer(error)) {
      throw error;
    }
  }
}
