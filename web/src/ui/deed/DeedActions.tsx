import { type Doing, type DoingState, isAllDone } from '../../core/chain/doing';
import { D } from './strings';

interface Props {
  readonly state: DoingState;
  readonly doing: Doing;
  readonly close: () => void;
}

/** What can be pressed now; the button that does it never moves under the pointer. */
export function DeedActions({ state, doing, close }: Props) {
  const isUndecided = state.step === 'asking' || state.step === 'ready';
  const isOver = state.step === 'failed' || isAllDone(state);
  return (
    <div className="row">
      <button type="button" onClick={close} data-action="close-deed">
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
      {!isOver && (
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
