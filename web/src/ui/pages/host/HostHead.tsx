import type { HostProfile } from '../../../core/api/market';
import { Link } from '../../app/router';
import { useMoney } from '../session/useMoney';
import { H } from './strings';

interface Props {
  readonly host: HostProfile;
  readonly name: string;
  /** Whoever looks is the host. */
  readonly isOwn: boolean;
}

/** Who the host is, the price, and whether bookings are taken. */
export function HostHead({ host, name, isOwn }: Props) {
  const money = useMoney();
  const isAccepting = host.accepting_bookings;
  return (
    <section className="card" aria-labelledby="host">
      <h1 id="host">{name}</h1>
      <p className="hint">
        {H.host} <code>{host.address}</code>
      </p>
      <p className="price" data-price={host.base_price}>
        {host.base_price === undefined ? H.noPrice : H.price(money(host.base_price))}
      </p>
      <p>
        <strong data-status={isAccepting ? 'accepting' : 'not-accepting'} className="tag">
          {isAccepting ? H.accepting : H.notAccepting}
        </strong>
      </p>
      {!isAccepting && <p>{H.notAcceptingText}</p>}
      {isOwn && (
        <p className="hint">
          {H.own} <Link to={{ page: 'schedule' }}>{H.toSchedule}</Link>
        </p>
      )}
    </section>
  );
}
