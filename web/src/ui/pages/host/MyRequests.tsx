import { lazy, Suspense, useState } from 'react';
import type { SlotRequest } from '../../../core/api/market';
import { standingOf } from '../../../core/market/groups';
import { Link } from '../../app/router';
import { requestLine } from '../../market/request-line';
import { M } from '../../market/strings';
import { slotTimesIn } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { S } from '../../strings';
import { localTimes } from '../../times';
import { useMoney } from '../session/useMoney';
import { H } from './strings';

const DeedsDialog = lazy(() => import('../../market/DeedsDialog'));
const times = slotTimesIn(localTimes.zone);

interface Props {
  readonly requests: readonly SlotRequest[];
  readonly canAct: boolean;
  readonly reload: () => void;
}

/** What whoever looks has asked of this host. */
export function MyRequests({ requests, canAct, reload }: Props) {
  const money = useMoney();
  const [cancelled, cancel] = useState<SlotRequest>();
  if (requests.length === 0) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="mine">
      <h2 id="mine">{H.mine.heading}</h2>
      <ul className="requests">
        {requests.map((request) => (
          <MyRequest
            key={request.request_id}
            request={request}
            canAct={canAct}
            cancel={() => cancel(request)}
          />
        ))}
      </ul>
      {cancelled && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <DeedsDialog
            title={H.mine.cancel}
            deeds={(deeds) => [deeds.cancelRequest(BigInt(cancelled.request_id))]}
            onClose={() => cancel(undefined)}
            onDone={reload}
          >
            <p>{H.mine.cancelText(money(cancelled.amount))}</p>
          </DeedsDialog>
        </Suspense>
      )}
    </section>
  );
}

interface MyRequestProps {
  readonly request: SlotRequest;
  readonly canAct: boolean;
  readonly cancel: () => void;
}

function MyRequest({ request, canAct, cancel }: MyRequestProps) {
  const money = useMoney();
  const standing = standingOf(request, useNowS());
  const { booking_id: booking } = request;
  return (
    <li data-request={request.request_id} data-status={standing}>
      <div>
        <strong>{M.request[standing]}</strong> · {money(request.amount)}
        <p>{requestLine(request, times)}</p>
        {standing === 'expired' && <p className="hint">{H.mine.expired}</p>}
      </div>
      {booking !== undefined && (
        <Link to={{ page: 'session', booking: String(booking) }}>{M.session(booking)}</Link>
      )}
      {request.status === 'open' && (
        <button type="button" data-action="cancel-request" disabled={!canAct} onClick={cancel}>
          {H.mine.cancel}
        </button>
      )}
    </li>
  );
}
