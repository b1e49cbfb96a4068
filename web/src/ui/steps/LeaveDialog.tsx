import type { Standing } from '../../core/api/standing';
import { outlookText } from '../format';
import { Dialog } from '../parts/Dialog';
import { S } from '../strings';

interface Props {
  readonly standing: Standing | undefined;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** What leaving brings, before one does. */
export function LeaveDialog({ standing, stay, leave }: Props) {
  return (
    <Dialog heading={S.leave.heading} close={stay}>
      {standing && (
        <p>
          <strong>{S.standing.ifYouLeave}:</strong> {outlookText(standing.if_i_leave)}
        </p>
      )}
      <p>{S.leave.back}</p>
      <div className="row">
        <button type="button" onClick={stay}>
          {S.leave.stay}
        </button>
        <button type="button" className="danger" onClick={leave} data-action="leave">
          {S.leave.confirm}
        </button>
      </div>
    </Dialog>
  );
}
