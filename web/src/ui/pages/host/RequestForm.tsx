import { type FormEvent, lazy, Suspense, useState } from 'react';
import type { HostProfile } from '../../../core/api/market';
import { parseUnits, plainAmount } from '../../../core/chain/amount';
import type { Hex } from '../../../core/chain/call';
import type { Offer } from '../../../core/chain/request-deeds';
import { offerOf, type WishProblem } from '../../../core/market/request-form';
import { MAX_DURATION_MINS } from '../../../core/schedule/slot-terms';
import { useAppState } from '../../app/context';
import { MinutesField } from '../../market/MinutesField';
import { MomentField } from '../../market/MomentField';
import { M } from '../../market/strings';
import { useNowS } from '../../market/useNowS';
import { S } from '../../strings';
import { localTimes } from '../../times';
import { useMoney } from '../session/useMoney';
import { H } from './strings';

const RequestDialog = lazy(() => import('./RequestDialog'));
const DEFAULT_MINS = 60;

interface Props {
  readonly host: HostProfile;
  readonly reload: () => void;
}

/** Asks the host for a time that is not among the open ones. */
export function RequestForm({ host, reload }: Props) {
  const form = useWish(host);
  return (
    <section className="card" aria-labelledby="request">
      <h2 id="request">{H.request.heading}</h2>
      <p>{H.request.text}</p>
      <p>{H.request.rules}</p>
      <p className="hint">{M.zone(localTimes.zone)}</p>
      <form className="stack" onSubmit={form.submit} noValidate>
        <div className="fields">
          <MomentField
            label={H.request.earliest}
            name="earliest"
            value={form.wish.earliest}
            change={(earliest) => form.set({ earliest })}
          />
          <MomentField
            label={H.request.latest}
            name="latest"
            value={form.wish.latest}
            change={(latest) => form.set({ latest })}
          />
          <MinutesField
            label={H.request.duration}
            name="duration"
            max={MAX_DURATION_MINS}
            value={form.wish.durationMins}
            change={(durationMins) => form.set({ durationMins })}
          />
          <OfferField host={host} amount={form.wish.amount} change={form.set} />
        </div>
        <p role="alert" className="problem">
          {form.problem && H.request.problems[form.problem]}
        </p>
        <div className="row">
          <button type="submit" className="primary" data-action="request">
            {H.request.send}
          </button>
        </div>
      </form>
      {form.offer && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <RequestDialog offer={form.offer} onClose={form.close} onDone={reload} />
        </Suspense>
      )}
    </section>
  );
}

interface OfferFieldProps {
  readonly host: HostProfile;
  readonly amount: string;
  readonly change: (to: { amount: string }) => void;
}

function OfferField({ host, amount, change }: OfferFieldProps) {
  const money = useMoney();
  const { about } = useAppState();
  return (
    <div className="field">
      <label htmlFor="offer">{H.request.amount(about?.token?.symbol ?? '')}</label>
      <input
        id="offer"
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        onChange={(event) => change({ amount: event.target.value })}
      />
      {host.base_price !== undefined && <small>{H.request.least(money(host.base_price))}</small>}
    </div>
  );
}

function useWish(host: HostProfile) {
  const { about } = useAppState();
  const nowS = useNowS();
  const decimals = about?.token?.decimals ?? 0;
  const [wish, setWish] = useState({
    earliest: '',
    latest: '',
    durationMins: host.booking_defaults?.duration_mins ?? DEFAULT_MINS,
    amount: host.base_price === undefined ? '' : plainAmount(host.base_price, decimals),
  });
  const [problem, setProblem] = useState<WishProblem>();
  const [offer, setOffer] = useState<Offer>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = offerOf(
      { ...wish, amount: parseUnits(wish.amount, decimals) },
      { host: host.address as Hex, basePrice: host.base_price, zone: localTimes.zone, nowS },
    );
    setProblem(typeof asked === 'string' ? asked : undefined);
    setOffer(typeof asked === 'string' ? undefined : asked);
  };
  const set = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
  return { wish, set, problem, offer, submit, close: () => setOffer(undefined) };
}
