import type { Shares } from '../../../core/session/consequences';
import { T } from './strings';
import { useMoney } from './useMoney';

const PARTIES = ['host', 'guest', 'treasury'] as const;

/** Who is credited with what, to the last unit. */
export function SharesTable({ shares }: { shares: Shares }) {
  const money = useMoney();
  return (
    <dl className="facts shares" aria-label={T.shares.caption}>
      {PARTIES.map((party) => (
        <div key={party} data-share={party} data-units={String(shares[party])}>
          <dt>{T.shares[party]}</dt>
          <dd>{money(shares[party])}</dd>
        </div>
      ))}
    </dl>
  );
}
