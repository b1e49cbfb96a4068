import type { Sending, Sent } from '../account/account';
import { Observable } from '../observable';
import type { Result } from '../result';
import { codeOf } from '../room/room-state';
import type { Hex } from './call';
import type { Receipt } from './chain';
import type { Deed } from './deed';
import type { Plan } from './plan';

/** What doing a deed needs: the chain and an account that signs. */
export interface DeedLine {
  /** Finds the fee, and the reason where a deed would fail. */
  plan(deeds: readonly Deed[]): Promise<Result<Plan>>;
  sign(sending: Sending): Promise<Result<Sent>>;
  /** Waits for its block; tells meanwhile whether the chain answers. */
  landed(sent: Sent, heard: (isHeard: boolean) => void): Promise<Result<Receipt>>;
  /** Why a transaction reverted, as far as the chain still tells; a code. */
  whyReverted(sending: Sending): Promise<string>;
}

/** How far a deed is; nothing but `done` says that it is done. */
export type DoingStep =
  | { readonly step: 'asking' }
  /** `fee` in units of its token, at most. */
  | { readonly step: 'ready'; readonly fee: bigint; readonly feeToken: Hex }
  | { readonly step: 'signing' }
  | { readonly step: 'sent'; readonly hash: Hex; readonly isChainHeard: boolean }
  | { readonly step: 'done'; readonly hash: Hex; readonly block: bigint }
  | {
      readonly step: 'failed';
      /** A reason of the contract, or one of ours, as in `wallet_refused`. */
      readonly code: string;
      readonly detail: string;
      readonly hash?: Hex;
    };

/** Several deeds are done one after the other. */
export type DoingState = DoingStep & { readonly finished: number; readonly of: number };

/** Deeds on their way from being shown to being in a block. */
export class Doing extends Observable<DoingState> {
  private left: readonly Sending[] = [];

  constructor(
    private readonly deeds: readonly Deed[],
    private readonly line: DeedLine,
  ) {
    super({ step: 'asking', finished: 0, of: deeds.length });
  }

  /** Finds out what it would cost and whether it would work; signs nothing. Also after a failure. */
  async ask(): Promise<void> {
    const { finished } = this.state;
    this.now({ step: 'asking' });
    const answer = await this.line.plan(this.deeds.slice(finished));
    if (answer.kind !== 'ok') {
      this.failed(answer);
      return;
    }
    const { sendings, fee, feeToken } = answer.value;
    this.left = sendings;
    this.now({ step: 'ready', fee, feeToken });
  }

  /** Signs and sends what was shown, and waits until it is in a block. */
  async sign(): Promise<void> {
    if (this.state.step !== 'ready') {
      return;
    }
    for (const sending of this.left) {
      if (!(await this.send(sending))) {
        return;
      }
    }
  }

  private async send(sending: Sending): Promise<boolean> {
    this.now({ step: 'signing' });
    const sent = await this.line.sign(sending);
    return sent.kind === 'ok' ? this.follow(sending, sent.value) : this.failed(sent);
  }

  private async follow(sending: Sending, sent: Sent): Promise<boolean> {
    const { hash } = sent;
    const tell = (isChainHeard: boolean) => this.now({ step: 'sent', hash, isChainHeard });
    tell(true);
    const answer = await this.line.landed(sent, tell);
    if (answer.kind !== 'ok') {
      return this.failed(answer, hash);
    }
    if (!answer.value.hasSucceeded) {
      const code = await this.line.whyReverted(sending);
      this.now({ step: 'failed', code, detail: 'reverted in its block', hash });
      return false;
    }
    const finished = this.state.finished + 1;
    this.now({ step: 'done', hash, block: answer.value.block }, finished);
    return true;
  }

  private failed(answer: Exclude<Result<unknown>, { kind: 'ok' }>, hash?: Hex): false {
    const { detail } = answer;
    this.now({ step: 'failed', code: codeOf(answer), detail, ...(hash && { hash }) });
    return false;
  }

  private now(step: DoingStep, finished = this.state.finished): void {
    this.replaceAll({ ...step, finished, of: this.state.of });
  }
}

/** Whether everything is done, not only the deed of the moment. */
export const isAllDone = (state: DoingState): boolean =>
  state.step === 'done' && state.finished === state.of;
