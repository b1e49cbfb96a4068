import type { Step } from '../../../core/session/steps';
import { Moment } from './Moment';
import { outcomeText, T } from './strings';
import { useMoney } from './useMoney';

/** The booking's way: what the chain has seen, and what is ahead. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <section className="card" aria-labelledby="steps">
      <h2 id="steps">{T.steps.heading}</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li
            key={step.isDone ? step.txHash + step.name : step.name}
            data-step={step.name}
            data-status={step.isDone ? 'done' : 'ahead'}
          >
            <strong>{T.steps.names[step.name]}</strong>
            {step.isDone ? <Done step={step} /> : <Ahead step={step} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Done({ step }: { step: Extract<Step, { isDone: true }> }) {
  const money = useMoney();
  const { credited, outcome } = step;
  return (
    <>
      <Moment atS={step.atS} />
      {outcome && <span>{outcomeText(outcome)}</span>}
      {credited && (
        <span>
          {T.steps.credited(money(credited.host), money(credited.guest), money(credited.treasury))}
        </span>
      )}
      <small>
        {T.steps.transaction} <code>{step.txHash}</code>
      </small>
    </>
  );
}

function Ahead({ step }: { step: Extract<Step, { isDone: false }> }) {
  return (
    <span className="hint">
      {step.fromS === undefined ? (
        T.steps.ahead
      ) : (
        <>
          {T.steps.aheadFrom} <Moment atS={step.fromS} />
        </>
      )}
    </span>
  );
}
