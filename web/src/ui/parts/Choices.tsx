import type { ReactNode } from 'react';

/** Things of which one is chosen by a press. */
export const Choices = ({ children }: { children: ReactNode }) => (
  <ul className="choices">{children}</ul>
);

interface ChoiceProps {
  readonly name: string;
  readonly note?: string;
  readonly isBusy: boolean;
  readonly choose: () => void;
}

/** An account to choose. */
export function Choice({ name, note, isBusy, choose }: ChoiceProps) {
  return (
    <li>
      <button type="button" onClick={choose} disabled={isBusy} data-account={name}>
        <span>{name}</span>
        {note && <small>{note}</small>}
      </button>
    </li>
  );
}
