import { lazy, Suspense, useState } from 'react';
import type { Hex } from '../../../core/chain/call';
import type { Owed } from '../../../core/money/earnings';
import { useAppState } from '../../app/context';
import { useFresh } from '../../app/live';
import { S } from '../../strings';
import { useMoney } from '../session/useMoney';
import { ClaimForm } from './ClaimForm';
import { M } from './strings';

/** What signs is loaded when somebody claims. */
const ClaimDialog = lazy(() => import('./ClaimDialog'));

interface Props {
  readonly wallet: string;
  readonly owed: Owed;
  readonly reload: () => void;
}

/** A payout as it was asked for: it does not change with what becomes of it. */
interface Payout {
  readonly amount: bigint;
  readonly to: Hex;
}

/** What can be claimed, and what became of the last claim. */
export function OwedCard({ wallet, owed, reload }: Props) {
  const money = useMoney();
  const { account } = useAppState();
  const isFresh = useFresh();
  const [asked, setAsked] = useState<Payout>();
  const [paid, setPaid] = useState<Payout>();
  const name = (to: Hex) => (to.toLowerCase() === wallet.toLowerCase() ? M.claim.yourself : to);
  const paidOut = () => {
    setPaid(asked);
    reload();
  };
  return (
    <section className="card" aria-labelledby="owed">
      <h2 id="owed">{M.owed.heading}</h2>
      <p className="amount" data-owed={String(owed.owed)}>
        {money(owed.owed)}
      </p>
      <p className="hint">
        {owed.owed > 0n ? M.owed.text : M.owed.nothing} {M.owed.asOf(owed.as_of_block)}
      </p>
      <p role="status" data-status={paid ? 'paid-out' : 'none'}>
        {paid && M.claim.paidOut(money(paid.amount), name(paid.to))}
      </p>
      {owed.owed > 0n && account && (
        <ClaimForm
          wallet={wallet as Hex}
          owed={owed}
          isFresh={isFresh}
          claim={(to) => setAsked({ to, amount: owed.owed })}
        />
      )}
      {owed.owed > 0n && !account && <p className="hint">{M.claim.noAccount}</p>}
      {asked && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <ClaimDialog
            {...asked}
            isToOneself={name(asked.to) === M.claim.yourself}
            onClose={() => setAsked(undefined)}
            onDone={paidOut}
          />
        </Suspense>
      )}
    </section>
  );
}
