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
  const [word, sentence] = phaseText(view.phase, role);
  return (
    <div className="stack narrow">
      <section className="card" aria-labelledby="after">
        <h1 id="after" ref={heading} tabIndex={-1}>
          {word}
        </h1>
        {sentence && <p>{sentence}</p>}
        {view.seat && <p>{talkText(view)}</p>}
        <p className="hint" role="status">
          {seatText(view)}
        </p>
        <WayBack room={room} view={view} />
      </section>
      {standing && (
        <StandingCard
          standing={standing}
          other={S.other[role]}
          leaving={S.standing.ifYouStayAway}
        />
      )}
    </div>
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
        {wayBackText(view)}
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
  if (view.phase.name === 'Failed' && view.phase.reason === 'SEAT_TAKEN') {
    return S.after.elsewhere;
  }
  return view.isGivenUp ? S.after.left : S.after.leaving;
}

const talkText = (view: CallView): string =>
  view.talkFromMs === undefined
    ? S.after.never
    : S.after.lasted(duration(talkMs(view, view.talkUntilMs ?? 0)));

function wayBackText({ phase }: CallView): string {
  if (phase.name !== 'Failed') {
    return S.after.comeBack;
  }
  switch (phase.reason) {
    case 'MEDIA':
      return S.after.newTry;
    case 'SEAT_TAKEN':
      return S.after.takeBack;
    default:
      return S.tryAgain;
  }
}
