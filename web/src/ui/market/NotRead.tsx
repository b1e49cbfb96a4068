import { problemText, S } from '../strings';
import { M } from './strings';

interface Props {
  /** Empty while it is being read. */
  readonly problem: string;
  readonly again: () => void;
}

/** Instead of what was not read yet, or could not be. */
export function NotRead({ problem, again }: Props) {
  return problem === '' ? (
    <p role="status">{M.loading}</p>
  ) : (
    <section className="card narrow">
      <h1>{M.notRead}</h1>
      <p role="alert" className="problem">
        {problemText(problem)}
      </p>
      <button type="button" onClick={again}>
        {S.tryAgain}
      </button>
    </section>
  );
}

/** Above what was read before the last reading failed. */
export const StaleNote = ({ problem }: { problem: string }) =>
  problem === '' ? null : (
    <p role="alert" className="problem">
      {M.stale} {problemText(problem)}
    </p>
  );
