import { problemText } from '../../strings';
import { T } from './strings';

interface Props {
  /** The service's code, or one of ours. */
  readonly problem: string;
  readonly again: () => void;
}

/** In the place of a session that could not be read. */
export function NotRead({ problem, again }: Props) {
  return (
    <section className="card narrow">
      <h2>{T.notRead}</h2>
      <p role="alert" className="problem">
        {problemText(problem)}
      </p>
      <button type="button" onClick={again}>
        {T.tryAgain}
      </button>
    </section>
  );
}
