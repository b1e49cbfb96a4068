import { useEffect, useRef } from 'react';
import type { Doing, DoingState } from '../../core/chain/doing';
import { D } from './strings';

interface Props {
  readonly state: DoingState;
  readonly doing: Doing;
  readonly close: () => void;
}

/** What can be pressed now. The keyboard is never left on a button that has gone. */
export function DeedActions({ state, doing, close }: Props) {
  const isUndecided = state.step === 'asking' || state.step === 'ready';
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isUndecided) {
      closing.current?.focus();
    }
  }, [isUndecided]);
  return (
    <div className="row">
      <button type="button" ref={closing} onClick={close} data-action="close-deed">
        {isUndecided ? D.cancel : D.close}
      </button>
      {state.step === 'failed' && (
        <button
          type="button"
          className="primary"
          onClick={() => void doing.ask()}
          data-action="retry"
        >
          {D.tryAgain}
        </button>
      )}
      {isUndecided && (
        <button
          type="button"
          className="primary"
          disabled={state.step !== 'ready'}
          onClick={() => void doing.sign()}
          data-action="sign"
        >
          {D.confirm}
        </button>
      )}
    </div>
  );
}
