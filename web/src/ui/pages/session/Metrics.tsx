import type { Result } from '../../../core/result';
import { codeOf } from '../../../core/room/room-state';
import { isAllRight, type MetricsCheck } from '../../../core/session/metrics-check';
import { problemText } from '../../strings';
import { T } from './strings';

interface Props {
  readonly metrics: Result<MetricsCheck>;
  /** What the chain commits to. */
  readonly hash: string | undefined;
}

/** The record behind the outcome, held against the chain in this browser. */
export function Metrics({ metrics, hash }: Props) {
  return (
    <section className="card" aria-labelledby="metrics">
      <h2 id="metrics">{T.metrics.heading}</h2>
      {metrics.kind === 'ok' ? (
        <Check check={metrics.value} hash={hash ?? ''} />
      ) : (
        <p className="problem" data-status="metrics-missing">
          {codeOf(metrics) === 'metrics_not_found'
            ? T.metrics.missing
            : problemText(codeOf(metrics))}
        </p>
      )}
    </section>
  );
}

function Check({ check, hash }: { check: MetricsCheck; hash: string }) {
  const isRight = isAllRight(check);
  return (
    <>
      <p
        className={isRight ? 'verdict' : 'problem'}
        data-status={isRight ? 'metrics-right' : 'metrics-wrong'}
      >
        {isRight ? T.metrics.right : T.metrics.wrong}
      </p>
      <ul className="plain">
        <li>{T.metrics.hash(check.isHashRight)}</li>
        <li>{T.metrics.about(check.isAboutThis)}</li>
        <li>{T.metrics.outcome(check.isOutcomeRight)}</li>
        {check.forced && <li>{T.metrics.forced(check.forced.operator, check.forced.reason)}</li>}
      </ul>
      <dl className="facts hashes">
        <div>
          <dt>{T.metrics.onChain}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
        <div>
          <dt>{T.metrics.computed}</dt>
          <dd>
            <code>{check.computedHash}</code>
          </dd>
        </div>
      </dl>
    </>
  );
}
