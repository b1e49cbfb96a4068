import type { Account } from '../../core/account/account';
import { type DoingState, isAllDone } from '../../core/chain/doing';
import { D, deedProblem } from './strings';

/** How far it is, told as it changes. */
export function Progress({ state, account }: { state: DoingState; account: Account }) {
  const { finished, of } = state;
  return (
    <>
      <div role="status">
        {inWords(state, account).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {of > 1 && finished > 0 && <p>{D.doneOf(finished, of)}</p>}
      </div>
      {of > 1 && <progress value={finished} max={of} aria-label={D.doneOf(finished, of)} />}
      {state.step === 'failed' && <Failure code={state.code} finished={finished} of={of} />}
      {'hash' in state && state.hash && <Hash hash={state.hash} />}
    </>
  );
}

function inWords(state: DoingState, account: Account): readonly string[] {
  switch (state.step) {
    case 'asking':
      return [D.asking];
    case 'signing':
      return [D.signing[account.kept.kind]];
    case 'sent':
      return state.isChainHeard ? [D.sent, D.sentNote] : [D.unheard];
    case 'done':
      return isAllDone(state) ? [D.done] : [];
    case 'ready':
    case 'failed':
      return [];
  }
}

interface FailureProps {
  readonly code: string;
  readonly finished: number;
  readonly of: number;
}

function Failure({ code, finished, of }: FailureProps) {
  return (
    <div className="problem" role="alert" data-problem={code}>
      <strong>{D.failed}</strong>
      <p>{deedProblem(code)}</p>
      {finished > 0 && <p>{D.failedAfter(finished, of)}</p>}
    </div>
  );
}

function Hash({ hash }: { hash: string }) {
  return (
    <p className="hint">
      {D.hash} <code data-hash={hash}>{hash}</code>
    </p>
  );
}
