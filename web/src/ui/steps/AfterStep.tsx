import type { Role } from '../../core/api/joined';
import { type CallView, talkMs } from '../../core/call/call-view';
import type { Room } from '../../core/room/room';
import { duration } from '../format';
import { useFocusOnArrival, useObservable } from '../hooks';
import { StandingCard } from '../parts/StandingCard';
import { phaseText, S } from '../strings';

interface Props {
  readonly room: Room;
  readonly view: CallView;
  readonly role: Role;
}

/** How it was, and the way back. */
export function AfterStep({ room, view, role }: Props) {
  const { standing } = useObservable(room);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const [word, sentence] = phaseText(view.phase, role, '');
  return (
    <>
      <section className="card narrow" aria-labelledby="after">
        <h1 id="after" ref={heading} tabIndex={-1}>
          {word}
        </h1>
        {sentence && <p>{sentence}</p>}
        <p>{view.talkFromMs === undefined ? S.after.never : S.after.lasted(lasted(view))}</p>
        <p className="hint" role="status">
          {seatText(view)}
        </p>
        <WayBack room={room} view={view} />
      </section>
      {standing && <StandingCard standing={standing} other={S.other[role]} />}
    </>
  );
}

function WayBack({ room, view }: { room: Room; view: CallView }) {
  const isOver = view.phase.name === 'Ended' && view.phase.reason === 'SESSION_OVER';
  const staysPresent = view.phase.name === 'Failed' && view.phase.reason === 'MEDIA';
  if (isOver) {
    return null;
  }
  return (
    <div className="row">
      <button type="button" className="primary" onClick={() => room.back()} data-action="back">
        {staysPresent ? S.after.newTry : S.after.comeBack}
      </button>
      {staysPresent && view.isPresent && (
        <button type="button" onClick={() => room.state.call?.hangUp()}>
          {S.after.stopStaying}
        </button>
      )}
    </div>
  );
}

function seatText(view: CallView): string {
  if (view.isPresent) {
    return S.after.staying;
  }
  if (view.seat === undefined) {
    return '';
  }
  return view.isGivenUp ? S.after.left : S.after.leaving;
}

const lasted = (view: CallView): string => duration(talkMs(view, view.talkUntilMs ?? 0));
