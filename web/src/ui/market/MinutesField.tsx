import { useId } from 'react';
import { M } from './strings';

interface Props {
  readonly label: string;
  /** NaN while nothing is in it. */
  readonly value: number;
  readonly change: (value: number) => void;
  readonly max: number;
  readonly name: string;
}

/** A number of minutes. */
export function MinutesField({ label, value, change, max, name }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="with-unit">
        <input
          id={id}
          name={name}
          type="number"
          inputMode="numeric"
          min={0}
          max={max}
          step={1}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => change(event.target.valueAsNumber)}
        />
        <span>{M.minutes}</span>
      </span>
    </div>
  );
}
