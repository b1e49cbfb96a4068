import { useEffect } from 'react';
import { roleOf } from '../../../core/api/booking';
import { useAppState } from '../../app/context';
import { useFresh } from '../../app/live';
import { useObservable } from '../../hooks';
import { localTimes } from '../../times';
import { NotRead } from './NotRead';
import { SessionView } from './SessionView';
import { T } from './strings';
import { useSession } from './useSession';
import '../../style/session.css';

/** A booking: where it stands, why, and what can be done about it. */
export default function SessionPage({ booking }: { booking: string }) {
  const { wallet } = useAppState();
  // Another wallet may read something else: it begins anew.
  return <SessionOf key={`${booking} ${wallet}`} id={booking} wallet={wallet} />;
}

function SessionOf({ id, wallet }: { id: string; wallet: string | undefined }) {
  const session = useSession(id);
  const state = useObservable(session);
  const isLive = useFresh();
  useEffect(() => {
    document.title = T.title(id);
  }, [id]);
  const { booking, problem, readAtMs } = state;
  if (!booking) {
    return problem === '' ? (
      <p role="status">{T.loading}</p>
    ) : (
      <NotRead problem={problem} again={() => void session.reload()} />
    );
  }
  const isFresh = isLive && problem === '';
  return (
    <>
      {problem !== '' && (
        <p role="alert" className="problem">
          {T.stale(localTimes.timeOfDay(readAtMs ?? 0))}
        </p>
      )}
      <SessionView
        id={id}
        session={session}
        booking={booking}
        role={wallet === undefined ? undefined : roleOf(booking, wallet)}
        isFresh={isFresh}
      />
    </>
  );
}
