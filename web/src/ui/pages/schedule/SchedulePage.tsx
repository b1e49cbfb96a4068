import { useEffect } from 'react';
import { useAppState } from '../../app/context';
import { useFresh } from '../../app/live';
import { useObservable } from '../../hooks';
import { NotRead, StaleNote } from '../../market/NotRead';
import { useHostMarket } from '../../market/useHostMarket';
import { Accepting } from './Accepting';
import { Calendar } from './Calendar';
import { GuestLink } from './GuestLink';
import { Price } from './Price';
import { Requests } from './Requests';
import { T } from './strings';
import { Week } from './Week';
import '../../style/market.css';
import '../../style/schedule.css';

/** A host's own page: when, for how much, on which terms; and what guests ask for. */
export default function SchedulePage() {
  const { wallet } = useAppState();
  useEffect(() => {
    document.title = T.title;
  }, []);
  return wallet === undefined ? null : <Schedule key={wallet} wallet={wallet} />;
}

function Schedule({ wallet }: { wallet: string }) {
  const own = useHostMarket(wallet, 'host');
  const { market, problem } = useObservable(own);
  const isLive = useFresh();
  const reload = () => void own.reload();
  if (!market) {
    return <NotRead problem={problem} again={reload} />;
  }
  const { host, slots, requests } = market;
  const shared = { host, slots, reload, canAct: isLive && problem === '' };
  return (
    <div className="market">
      <div className="schedule-head">
        <h1>{T.heading}</h1>
        <GuestLink host={host.address} />
      </div>
      <StaleNote problem={problem} />
      <div className="schedule-columns">
        <Accepting {...shared} own={own} />
        <Price {...shared} />
      </div>
      <Requests {...shared} requests={requests} />
      <Calendar {...shared} />
      <Week {...shared} own={own} />
    </div>
  );
}
