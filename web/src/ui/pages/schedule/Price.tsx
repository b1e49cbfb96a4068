import { type FormEvent, lazy, Suspense, useState } from 'react';
import { parseUnits } from '../../../core/chain/amount';
import { useAppState } from '../../app/context';
import { S } from '../../strings';
import { useMoney } from '../session/useMoney';
import type { SectionProps } from './section';
import { T } from './strings';

const DeedsDialog = lazy(() => import('../../market/DeedsDialog'));

/** What new times cost, and another price. */
export function Price({ host, canAct, reload }: SectionProps) {
  const money = useMoney();
  const { about } = useAppState();
  const [text, setText] = useState('');
  const [isBad, setBad] = useState(false);
  const [price, setPrice] = useState<bigint>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const units = parseUnits(text, about?.token?.decimals ?? 0);
    setBad(!units);
    setPrice(units || undefined);
  };
  return (
    <section className="card" aria-labelledby="price">
      <h2 id="price">{T.price.heading}</h2>
      <p data-price={host.base_price}>
        {host.base_price === undefined ? T.price.none : T.price.now(money(host.base_price))}
      </p>
      <form className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="new-price">{T.price.label(about?.token?.symbol ?? '')}</label>
          <input
            id="new-price"
            name="price"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            aria-invalid={isBad}
            aria-describedby="price-problem"
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <p id="price-problem" role="alert" className="problem">
          {isBad && T.price.bad}
        </p>
        <div className="row">
          <button type="submit" data-action="set-price" disabled={!canAct || text.trim() === ''}>
            {T.price.set}
          </button>
        </div>
      </form>
      {price !== undefined && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <DeedsDialog
            title={T.price.title}
            deeds={(deeds) => [deeds.setBasePrice(price)]}
            onClose={() => setPrice(undefined)}
            onDone={reload}
          >
            <p>{T.price.consequence(money(price))}</p>
          </DeedsDialog>
        </Suspense>
      )}
    </section>
  );
}
