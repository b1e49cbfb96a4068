import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly name: string;
  /** YYYY-MM-DDTHH:MM, or empty. */
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A day and a time of day; the zone is named beside the form. */
export function MomentField({ label, name, value, change }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="datetime-local"
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
