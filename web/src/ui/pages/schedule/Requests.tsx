import { lazy, Suspense, useState } from 'react';
import type { SlotRequest } from '../../../core/api/market';
import { standingOf } from '../../../core/market/groups';
import { shortened } from '../../format';
import { requestLine } from '../../market/request-line';
import { M } from '../../market/strings';
import { type SlotTimes, slotTimesIn } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { S } from '../../strings';
import { useMoney } from '../session/useMoney';
import type { SectionProps } from './section';
import { T } from './strings';

const AcceptDialog = lazy(() => import('./AcceptDialog'));

interface Props extends SectionProps {
  readonly requests: readonly SlotRequest[];
}

/** What guests ask for and is still to be answered. */
export function Requests({ host, slots, requests, canAct, reload }: Props) {
  const nowS = useNowS();
  const [accepted, accept] = useState<SlotRequest>();
  const isOwn = ({ guest }: SlotRequest) => guest.toLowerCase() === host.address.toLowerCase();
  const open = requests.filter((each) => standingOf(each, nowS) === 'open' && !isOwn(each));
  return (
    <section className="card" aria-labelledby="requests">
      <h2 id="requests">{T.requests.heading}</h2>
      {open.length === 0 && <p className="hint">{T.requests.none}</p>}
      {open.length > 0 && <p className="hint">{M.zone(host.time_zone)}</p>}
      <ul className="requests">
        {open.map((request) => (
          <Request
            key={request.request_id}
            request={request}
            basePrice={host.base_price}
            times={slotTimesIn(host.time_zone)}
            canAct={canAct}
            accept={() => accept(request)}
          />
        ))}
      </ul>
      {accepted && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <AcceptDialog
            request={accepted}
            host={host}
            slots={slots}
            onClose={() => accept(undefined)}
            onDone={reload}
          />
        </Suspense>
      )}
    </section>
  );
}

interface RequestProps {
  readonly request: SlotRequest;
  readonly basePrice: bigint | undefined;
  readonly times: SlotTimes;
  readonly canAct: boolean;
  readonly accept: () => void;
}

function Request({ request, basePrice = 0n, times, canAct, accept }: RequestProps) {
  const money = useMoney();
  const isTooLow = request.amount < basePrice;
  return (
    <li data-request={request.request_id}>
      <div>
        <strong>{money(request.amount)}</strong> · {T.requests.from(shortened(request.guest))}
        {request.host_target === undefined && <> · {T.requests.toAny}</>}
        <p>{requestLine(request, times)}</p>
        <p className="hint">{T.requests.expiry(times.start(request.expiry_s))}</p>
        {isTooLow && <p className="hint">{T.requests.belowPrice}</p>}
      </div>
      <button
        type="button"
        className="primary"
        data-action="accept"
        disabled={!canAct || isTooLow}
        onClick={accept}
      >
        {T.requests.accept}
      </button>
    </li>
  );
}
