import type { Account, Sending, Sent } from '../account/account';
import { ok, type Result } from '../result';
import type { Clock } from '../time';
import type { Receipt } from './chain';
import type { Deed } from './deed';
import type { DeedLine } from './doing';
import type { Escrow } from './escrow';
import { landed } from './landing';
import { firstRevert, type Plan, type Planning, plan } from './plan';
import { sendProblem } from './problems';

/** Deeds of an account, on the real chain. */
export class ChainLine implements DeedLine {
  private readonly planning: Planning;

  constructor(
    escrow: Escrow,
    private readonly account: Account,
    private readonly clock: Clock,
  ) {
    this.planning = {
      chain: escrow.chain,
      reads: escrow.reads,
      account: account.address as Planning['account'],
      token: escrow.contracts.token,
      otherFeeToken: escrow.feeToken,
    };
  }

  plan(deeds: readonly Deed[]): Promise<Result<Plan>> {
    return plan(deeds, this.planning);
  }

  async sign(sending: Sending): Promise<Result<Sent>> {
    try {
      return ok(await this.account.send(sending));
    } catch (error) {
      return sendProblem(error);
    }
  }

  landed(sent: Sent, heard: (isHeard: boolean) => void): Promise<Result<Receipt>> {
    return landed(sent, this.planning.chain, this.clock, heard);
  }

  async whyReverted({ calls }: Sending): Promise<string> {
    return (await firstRevert(calls, this.planning))?.code ?? 'reverted';
  }
}
