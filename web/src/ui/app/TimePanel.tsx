import { useEffect, useState } from 'react';
import { nextMomentOf } from '../../core/home/next-moment';
import { object, whole } from '../../core/parse';
import { span } from '../format';
import { useEvery, useObservable } from '../hooks';
import { problemText } from '../strings';
import { localTimes } from '../times';
import { useApp } from './context';
import { useFresh } from './live';
import { useSessions } from './sessions';
import { A } from './strings';

/** Another tab, or `settle time`, may move it too. */
const ASK_EVERY_MS = 5_000;

const STEPS_S = [60, 600, 3_600, 86_400] as const;

const clockAnswer = object({ now_ms: whole });

interface Props {
  readonly wallet: string | undefined;
  /** The session that the page is about. */
  readonly booking: string | undefined;
}

/** The local chain's time, and the ways to move it. */
export default function TimePanel({ wallet, booking }: Props) {
  const app = useApp();
  const isFresh = useFresh();
  const { isMoving, problem, move } = useMoves();
  const nowMs = useEvery(1_000, () => app.serviceNowMs);
  const can = isFresh && !isMoving;
  return (
    <section className="card time-panel" aria-labelledby="time-panel">
      <h2 id="time-panel">{A.time.heading}</h2>
      <p data-chain-time={Math.floor(nowMs / 1_000)}>
        {localTimes.moment(nowMs)} <small>{A.time.note}</small>
      </p>
      <div className="row">
        {STEPS_S.map((stepS) => (
          <button
            key={stepS}
            type="button"
            disabled={!can}
            onClick={() => move(stepS)}
            data-action={`advance-${stepS}`}
          >
            {A.time.steps[stepS]}
          </button>
        ))}
        {wallet && <ToNext wallet={wallet} booking={booking} can={can} move={move} />}
      </div>
      <p className="hint" role="status">
        {isMoving && A.time.moving}
      </p>
      <p className="problem" role="alert">
        {problem && problemText(problem)}
      </p>
    </section>
  );
}

interface NextProps {
  readonly wallet: string;
  readonly booking: string | undefined;
  readonly can: boolean;
  readonly move: (seconds: number) => void;
}

/** To what the page's session waits for, or the soonest of all. */
function ToNext({ wallet, booking, can, move }: NextProps) {
  const app = useApp();
  const { bookings = [] } = useObservable(useSessions(wallet));
  const nowS = useEvery(1_000, () => Math.floor(app.serviceNowMs / 1_000));
  const ofPage = booking
    ? bookings.filter(({ booking_id }) => String(booking_id) === booking)
    : bookings;
  const next = nextMomentOf(ofPage, nowS);
  if (!next) {
    return null;
  }
  const inS = next.atS - nowS;
  return (
    <button
      type="button"
      disabled={!can}
      onClick={() => move(inS + 1)}
      data-action="advance-next"
      data-next={next.kind}
    >
      {A.time.toNext(A.time.moments[next.kind], next.bookingId, span(inS * 1_000))}
    </button>
  );
}

/** Moves the time, and keeps up with whoever else does. */
function useMoves() {
  const app = useApp();
  const [isMoving, setMoving] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const ask = async () => {
      const about = await app.read('/about', clockAnswer);
      if (about.kind === 'ok') {
        app.hearTime(about.value.now_ms);
      }
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [app]);
  const move = async (advance_s: number) => {
    setMoving(true);
    setProblem('');
    const answer = await app.post('/local/time', { advance_s }, clockAnswer);
    if (answer.kind === 'ok') {
      app.hearTime(answer.value.now_ms);
    } else {
      setProblem(answer.kind === 'refused' ? answer.code : answer.kind);
    }
    setMoving(false);
  };
  return { isMoving, problem, move: (seconds: number) => void move(seconds) };
}
