import { type FormEvent, useState } from 'react';
import type { Statement } from '../../../core/api/booking-records';
import { codeOf } from '../../../core/room/room-state';
import type { Session } from '../../../core/session/session';
import { problemText } from '../../strings';
import { Moment } from './Moment';
import { ROLE, T } from './strings';

/** Characters as the service counts them: code points. */
const MOST_CHARACTERS = 4_000;

interface Props {
  readonly statements: readonly Statement[];
  readonly session: Session;
  /** Whether whoever looks may speak now. */
  readonly canSpeak: boolean;
}

/** What both say, and a party's own words. */
export function Statements({ statements, session, canSpeak }: Props) {
  return (
    <section className="card" aria-labelledby="statements">
      <h2 id="statements">{T.statements.heading}</h2>
      {statements.length === 0 && <p className="hint">{T.statements.none}</p>}
      <ul className="statements">
        {statements.map((each) => (
          <li key={each.hash} data-statement={each.role}>
            <strong>{ROLE[each.role]}</strong> <Moment atS={each.said_at_ms / 1_000} />
            <p>{each.text ?? T.statements.erased}</p>
          </li>
        ))}
      </ul>
      {canSpeak && <StatementForm session={session} />}
    </section>
  );
}

function StatementForm({ session }: { session: Session }) {
  const [words, setWords] = useState('');
  const [isSending, setIsSending] = useState(false);
  const [said, setSaid] = useState('');
  const left = MOST_CHARACTERS - [...words].length;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsSending(true);
    const answer = await session.say(words);
    setIsSending(false);
    if (answer.kind === 'ok') {
      setWords('');
    }
    setSaid(answer.kind === 'ok' ? T.statements.sent : statementProblem(codeOf(answer)));
  };
  return (
    <form className="field" onSubmit={send}>
      <label htmlFor="statement">{T.statements.label}</label>
      <textarea
        id="statement"
        rows={4}
        value={words}
        aria-describedby="statement-hint"
        onChange={(event) => setWords(event.target.value)}
      />
      <p id="statement-hint" className="hint">
        {T.statements.hint} {left < 500 && T.statements.left(left)}
      </p>
      <p role="status">{said}</p>
      <div className="row">
        <button
          type="submit"
          data-action="state"
          disabled={isSending || left < 0 || words.trim() === ''}
        >
          {T.statements.send}
        </button>
      </div>
    </form>
  );
}

const statementProblem = (code: string): string => T.statements.problems[code] ?? problemText(code);
