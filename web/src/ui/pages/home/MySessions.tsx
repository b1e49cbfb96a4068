import { useDeferredValue, useMemo } from 'react';
import { type GroupName, groupsOf, type ListedSession } from '../../../core/home/groups';
import { useApp } from '../../app/context';
import { useSessions } from '../../app/sessions';
import { useEvery, useObservable } from '../../hooks';
import { problemText, S } from '../../strings';
import { localTimes } from '../../times';
import { RemindMe } from './RemindMe';
import { SessionRow } from './SessionRow';
import { H } from './strings';

const GROUPS: readonly GroupName[] = ['upcoming', 'open', 'past'];

/** How often it is looked whether a session has come to another stage. */
const LOOK_EVERY_MS = 2_000;

/** All sessions of whoever is signed in, by what is to be done. */
export function MySessions({ wallet }: { wallet: string }) {
  const app = useApp();
  const sessions = useSessions(wallet);
  const { bookings, problem, isCut } = useObservable(sessions);
  return (
    <>
      <p className="hint">{H.zone(localTimes.zone)}</p>
      {problem && (
        <div className="problem" role="alert">
          <p>
            {H.notRead} {problemText(problem)}
          </p>
          <button type="button" onClick={() => void sessions.reload()}>
            {S.tryAgain}
          </button>
        </div>
      )}
      {!bookings && !problem && <p role="status">{H.loading}</p>}
      {isCut && <p>{H.cut}</p>}
      {bookings && <Groups wallet={wallet} bookings={bookings} nowMs={() => app.serviceNowMs} />}
      <RemindMe />
    </>
  );
}

interface GroupsProps {
  readonly wallet: string;
  readonly bookings: Parameters<typeof groupsOf>[0];
  readonly nowMs: () => number;
}

/** A long list is drawn when the browser has time for it: whoever scrolls does not wait. */
function Groups({ wallet, bookings, nowMs }: GroupsProps) {
  const nowS = useEvery(LOOK_EVERY_MS, () => Math.floor(nowMs() / 1_000));
  const shown = useDeferredValue(bookings);
  const groups = useMemo(() => groupsOf(shown, nowS), [shown, nowS]);
  return GROUPS.map((name) => (
    <Group key={name} name={name} wallet={wallet} sessions={groups[name]} />
  ));
}

interface GroupProps {
  readonly name: GroupName;
  readonly wallet: string;
  readonly sessions: readonly ListedSession[];
}

function Group({ name, wallet, sessions }: GroupProps) {
  const id = `group-${name}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{H.groups[name]}</h2>
      {sessions.length === 0 && <p className="hint">{H.none[name]}</p>}
      {sessions.length > 0 && (
        <ul className="session-rows">
          {sessions.map(({ booking, situation }) => (
            <SessionRow
              key={booking.booking_id}
              booking={booking}
              wallet={wallet}
              situation={situation.name}
              untilS={situation.untilS}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
