import { claimsOf } from '../../../core/money/claims';
import { useAppState } from '../../app/context';
import { useObservable } from '../../hooks';
import { problemText, S } from '../../strings';
import { BalanceCard } from './BalanceCard';
import { Credits } from './Credits';
import { OwedCard } from './OwedCard';
import { M } from './strings';
import { useEarnings } from './useEarnings';
import '../../style/session.css';

/** What the signed-in wallet is owed, where it came from, and the way to claim it. */
export default function MoneyPage() {
  const { wallet } = useAppState();
  return (
    <>
      <h1>{M.heading}</h1>
      {wallet && <Money key={wallet} wallet={wallet} />}
    </>
  );
}

function Money({ wallet }: { wallet: string }) {
  const earnings = useEarnings(wallet);
  const { owed, credits, hasMore, problem } = useObservable(earnings);
  const reload = () => void earnings.reload();
  return (
    <>
      {problem && (
        <div className="problem" role="alert">
          <p>
            {M.notRead} {problemText(problem)}
          </p>
          <button type="button" onClick={reload}>
            {S.tryAgain}
          </button>
        </div>
      )}
      {!owed && !problem && <p role="status">{M.loading}</p>}
      {owed && (
        <>
          <div className="columns">
            <OwedCard wallet={wallet} owed={owed} reload={reload} />
            <BalanceCard wallet={wallet} asOfBlock={owed.as_of_block} />
          </div>
          <Credits
            claims={claimsOf(credits, owed.owed)}
            owed={owed.owed}
            more={hasMore ? () => void earnings.more() : undefined}
          />
        </>
      )}
    </>
  );
}
