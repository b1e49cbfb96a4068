import { duration, pointInTime } from '../format';
import { useEvery } from '../hooks';
import { useApp } from './context';
import { useLiveState } from './live';
import { A } from './strings';

/** While the service is out of reach: how old is what is shown. */
export function AgeBar() {
  const { isLive, lastHeardMs } = useLiveState();
  return (
    <div className="age-bar" data-status={isLive ? 'live' : 'stale'}>
      <p role="status">{!isLive && A.age.lost}</p>
      {!isLive && <Age sinceMs={lastHeardMs} />}
    </div>
  );
}

/** Outside of what is read out: it changes every second. */
function Age({ sinceMs }: { sinceMs: number }) {
  const { clock } = useApp();
  const nowMs = useEvery(1_000, () => clock.nowMs());
  return <p>{A.age.since(duration(nowMs - sinceMs), pointInTime(sinceMs, nowMs))}</p>;
}
