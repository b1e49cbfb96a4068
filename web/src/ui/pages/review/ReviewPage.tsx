import { useEffect, useMemo, useState } from 'react';
import { Disputes, type QueuedDispute } from '../../../core/review/disputes';
import { useApp, useAppState } from '../../app/context';
import { useFresh, useLive } from '../../app/live';
import { useEvery, useObservable } from '../../hooks';
import { problemText } from '../../strings';
import { DisputeReview } from './DisputeReview';
import { Queue } from './Queue';
import { R } from './strings';
import '../../style/session.css';

/** The escrow's owner reviews disputes here. */
export default function ReviewPage() {
  const { wallet, about } = useAppState();
  useEffect(() => {
    document.title = R.title;
  }, []);
  const isReviewer = wallet?.toLowerCase() === about?.owner.toLowerCase();
  return isReviewer ? <Reviewer /> : <p role="status">{R.notReviewer}</p>;
}

function Reviewer() {
  const app = useApp();
  const queue = useMemo(() => new Disputes(app), [app]);
  const { disputes, problem } = useObservable(queue);
  const isLive = useFresh();
  const nowS = useEvery(1_000, () => Math.floor(app.serviceNowMs / 1_000));
  const [chosen, setChosen] = useState<QueuedDispute>();
  const reload = () => void queue.reload();
  useLive({}, reload);
  if (chosen) {
    return (
      <DisputeReview
        queued={chosen}
        nowS={nowS}
        isFresh={isLive && problem === ''}
        reload={reload}
        close={() => setChosen(undefined)}
      />
    );
  }
  return (
    <>
      <h1>{R.heading}</h1>
      {problem !== '' && (
        <p role="alert" className="problem">
          {R.notRead} {problemText(problem)}{' '}
          <button type="button" onClick={reload}>
            {R.tryAgain}
          </button>
        </p>
      )}
      {disputes === undefined && problem === '' && <p role="status">{R.loading}</p>}
      {disputes && <Queue disputes={disputes} nowS={nowS} choose={setChosen} />}
    </>
  );
}
