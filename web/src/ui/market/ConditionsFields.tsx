import {
  type Conditions,
  MAX_CUTOFF_MINS,
  MAX_DURATION_MINS,
  type Refusal,
  type Trouble,
} from '../../core/schedule/slot-terms';
import { MinutesField } from './MinutesField';
import { M } from './strings';

interface Props {
  readonly conditions: Conditions;
  readonly change: (to: Conditions) => void;
  /** A request has its length already. */
  readonly hasDuration: boolean;
}

/** What a host decides about a session besides time and price. */
export function ConditionsFields({ conditions, change, hasDuration }: Props) {
  const set = (part: Partial<Conditions>) => change({ ...conditions, ...part });
  return (
    <div className="fields">
      {!hasDuration && (
        <MinutesField
          name="duration"
          label={M.conditions.duration}
          value={conditions.durationMins}
          max={MAX_DURATION_MINS}
          change={(durationMins) => set({ durationMins })}
        />
      )}
      <MinutesField
        name="grace"
        label={M.conditions.grace}
        value={conditions.graceMins}
        max={MAX_DURATION_MINS}
        change={(graceMins) => set({ graceMins })}
      />
      <MinutesField
        name="overlap"
        label={M.conditions.overlap}
        value={conditions.minOverlapMins}
        max={MAX_DURATION_MINS}
        change={(minOverlapMins) => set({ minOverlapMins })}
      />
      <MinutesField
        name="cutoff"
        label={M.conditions.cutoff}
        value={conditions.cancelCutoffMins}
        max={MAX_CUTOFF_MINS}
        change={(cancelCutoffMins) => set({ cancelCutoffMins })}
      />
    </div>
  );
}

interface JudgementProps {
  readonly refusals: readonly Refusal[];
  readonly troubles: readonly Trouble[];
  readonly isOverridden: boolean;
  readonly override: (isOverridden: boolean) => void;
}

/** What speaks against the terms, and the way to have them on purpose where there is one. */
export function TermsJudgement({ refusals, troubles, isOverridden, override }: JudgementProps) {
  const words = refusals.length > 0 ? refusals.map((each) => M.refusals[each]) : [];
  const warnings = refusals.length > 0 ? [] : troubles.map((each) => M.troubles[each]);
  return (
    <div role="status" className="stack" data-troubles={troubles.join(' ')}>
      {[...words, ...warnings].map((each) => (
        <p key={each} className="problem">
          {each}
        </p>
      ))}
      {warnings.length > 0 && (
        <label className="check">
          <input
            type="checkbox"
            data-action="override"
            checked={isOverridden}
            onChange={(event) => override(event.target.checked)}
          />
          {M.conditions.override}
        </label>
      )}
    </div>
  );
}
