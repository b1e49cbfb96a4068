import { useEffect } from 'react';
import { hostIn } from '../../../core/home/find-host';
import { useAppState } from '../../app/context';
import { useFresh } from '../../app/live';
import { shortened } from '../../format';
import { useObservable } from '../../hooks';
import { NotRead, StaleNote } from '../../market/NotRead';
import { M } from '../../market/strings';
import { useHostMarket } from '../../market/useHostMarket';
import { HostHead } from './HostHead';
import { MyRequests } from './MyRequests';
import { OpenTimes } from './OpenTimes';
import { RequestForm } from './RequestForm';
import { H } from './strings';
import '../../style/market.css';

/** A host as guests see one: who, for how much, when; and the ways to a session. */
export default function HostPage({ address }: { address: string }) {
  return hostIn(address) === undefined ? (
    <section className="card narrow">
      <h1>{M.notRead}</h1>
      <p role="alert">{M.badAddress}</p>
    </section>
  ) : (
    <HostOffers key={address} address={address} />
  );
}

function HostOffers({ address }: { address: string }) {
  const offers = useHostMarket(address, 'guest');
  const { market, problem } = useObservable(offers);
  const { wallet } = useAppState();
  const isLive = useFresh();
  const name = market?.host.display_name || shortened(address);
  useEffect(() => {
    document.title = H.title(name);
  }, [name]);
  const reload = () => void offers.reload();
  if (!market) {
    return <NotRead problem={problem} again={reload} />;
  }
  const isOwn = wallet?.toLowerCase() === market.host.address.toLowerCase();
  const canAct = isLive && problem === '' && wallet !== undefined && !isOwn;
  const { host, slots, requests } = market;
  return (
    <div className="market">
      <HostHead host={host} name={name} isOwn={isOwn} />
      <StaleNote problem={problem} />
      {wallet === undefined && <p className="hint">{H.signIn}</p>}
      {host.accepting_bookings && (
        <OpenTimes slots={slots} canAct={canAct} mayAsk={!isOwn} reload={reload} />
      )}
      <MyRequests requests={requests} canAct={canAct} reload={reload} />
      {host.accepting_bookings && canAct && <RequestForm host={host} reload={reload} />}
    </div>
  );
}
