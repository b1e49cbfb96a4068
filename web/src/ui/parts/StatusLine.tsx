import { opensAtMs } from '../../core/api/booking';
import type { Role } from '../../core/api/joined';
import type { CallView } from '../../core/call/call-view';
import type { Room } from '../../core/room/room';
import { pointInTime } from '../format';
import { useObservable } from '../hooks';
import { phaseText, S } from '../strings';
import { QualityBars } from './QualityBars';
import { TimeLeft } from './TimeLeft';

interface Props {
  readonly view: CallView;
  readonly room: Room;
  readonly role: Role;
}

/** Where the call stands, in words; read out when it changes. */
export function StatusLine({ view, room, role }: Props) {
  const { booking } = useObservable(room);
  const [word, sentence] = phaseText(view.phase, role, view.waitsBecause);
  const nowMs = () => room.serviceNowMs;
  const isTooEarly = view.waitsBecause === 'too_early_to_join' && booking !== undefined;
  return (
    <div className="status">
      <div role="status">
        <p className={`phase ${view.phase.name}`}>{word}</p>
        <p className="hint">{view.isReachable ? sentence : S.call.serviceAway}</p>
        {isTooEarly && <p>{S.call.opensAt(pointInTime(opensAtMs(booking), nowMs()))}</p>}
      </div>
      <div className="meta">
        {booking && (
          <TimeLeft
            startMs={booking.slot.start_s * 1_000}
            endMs={booking.slot.end_s * 1_000}
            nowMs={nowMs}
          />
        )}
        <QualityBars quality={view.quality} />
      </div>
    </div>
  );
}
