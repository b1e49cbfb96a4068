import { useEffect } from 'react';
import type { Call } from '../core/call/call';
import type { LocalMedia } from '../core/media/local-media';
import type { Room } from '../core/room/room';
import { useObservable } from './hooks';
import { AfterStep } from './steps/AfterStep';
import { CallStep } from './steps/CallStep';
import { DevicesStep } from './steps/DevicesStep';
import { SignInStep } from './steps/SignInStep';
import { problemText, S } from './strings';
import { TestHook } from './TestHook';

interface Props {
  readonly bookingId: string;
  readonly room: Room;
  readonly local: LocalMedia;
}

/** The page of one session's call. */
export function CallPage({ bookingId, room, local }: Props) {
  const { wallet, role, call } = useObservable(room);
  useEffect(() => {
    document.title = S.title(bookingId);
  }, [bookingId]);
  return (
    <div className="page">
      <header>
        <strong>{S.product}</strong>
        <span>{S.session(bookingId)}</span>
        {role && <span>{S.youAre[role]}</span>}
        {wallet && !call && (
          <button type="button" className="quiet" onClick={() => void room.signOut()}>
            {S.signIn.out}
          </button>
        )}
      </header>
      <main>
        <Step room={room} local={local} />
      </main>
      <TestHook room={room} />
    </div>
  );
}

function Step({ room, local }: { room: Room; local: LocalMedia }) {
  const { step, call, role, problem } = useObservable(room);
  if (step === 'loading') {
    return <p role="status">{S.loading}</p>;
  }
  if (step === 'failed') {
    return <LoadingFailed problem={problem} retry={() => void room.load(undefined)} />;
  }
  if (step === 'sign-in' || role === undefined) {
    return <SignInStep room={room} />;
  }
  return call ? (
    <InCall room={room} call={call} local={local} />
  ) : (
    <DevicesStep room={room} local={local} />
  );
}

function InCall({ room, call, local }: { room: Room; call: Call; local: LocalMedia }) {
  const view = useObservable(call);
  const { role = 'guest' } = useObservable(room);
  const isOver = view.phase.name === 'Ended' || view.phase.name === 'Failed';
  return isOver ? (
    <AfterStep room={room} view={view} role={role} />
  ) : (
    <CallStep room={room} call={call} local={local} role={role} />
  );
}

function LoadingFailed({ problem, retry }: { problem: string; retry: () => void }) {
  return (
    <section className="card narrow">
      <h1>{S.notHere}</h1>
      <p role="alert">{problemText(problem)}</p>
      <button type="button" className="primary" onClick={retry}>
        {S.tryAgain}
      </button>
    </section>
  );
}
