import {
  type DraftRange,
  problemsOf,
  type WeekDraft,
  withChange,
  withoutRange,
  withRange,
} from '../../../core/market/week-draft';
import type { RangeProblem } from '../../../core/schedule/weekly';
import { T } from './strings';

interface Props {
  readonly draft: WeekDraft;
  readonly change: (to: WeekDraft) => void;
}

/** When the host is there, day by day. */
export function WeekDays({ draft, change }: Props) {
  const problems = problemsOf(draft);
  return (
    <div className="week-days">
      {T.week.days.map((name, i) => {
        const ranges = draft.ranges.filter(({ day }) => day === i + 1);
        return (
          <fieldset key={name} data-day={i + 1}>
            <legend>{name}</legend>
            {ranges.length === 0 && <span className="hint">{T.week.none}</span>}
            {ranges.map((range) => (
              <RangeFields
                key={range.id}
                day={name}
                range={range}
                problem={problems.get(range.id)}
                change={(part) => change(withChange(draft, range.id, part))}
                remove={() => change(withoutRange(draft, range.id))}
              />
            ))}
            <button
              type="button"
              className="quiet"
              data-action="add-range"
              aria-label={T.week.addTo(name)}
              onClick={() => change(withRange(draft, i + 1))}
            >
              {T.week.add}
            </button>
          </fieldset>
        );
      })}
    </div>
  );
}

interface RangeProps {
  readonly day: string;
  readonly range: DraftRange;
  readonly problem: RangeProblem | undefined;
  readonly change: (part: { from?: string; to?: string }) => void;
  readonly remove: () => void;
}

function RangeFields({ day, range, problem, change, remove }: RangeProps) {
  return (
    <div className="range">
      <input
        type="time"
        name="from"
        aria-label={T.week.fromOf(day)}
        aria-invalid={problem !== undefined}
        value={range.from}
        onChange={(event) => change({ from: event.target.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        name="to"
        aria-label={T.week.toOf(day)}
        aria-invalid={problem !== undefined}
        value={range.to}
        onChange={(event) => change({ to: event.target.value })}
      />
      <button
        type="button"
        className="quiet"
        aria-label={T.week.removeFrom(day, range.from, range.to)}
        onClick={remove}
      >
        {T.week.remove}
      </button>
      <p role="alert" className="problem">
        {problem && T.week.problems[problem]}
      </p>
    </div>
  );
}
