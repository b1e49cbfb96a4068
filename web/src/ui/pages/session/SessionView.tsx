import type { ChainBooking } from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import { isDeed } from '../../../core/session/action-deeds';
import { actionsOf, isOpen } from '../../../core/session/actions';
import type { Session } from '../../../core/session/session';
import { deadlinesOf, stepsOf } from '../../../core/session/steps';
import { useApp, useAppState } from '../../app/context';
import { useEvery, useObservable } from '../../hooks';
import { problemText } from '../../strings';
import { Actions } from './Actions';
import { Deadlines } from './Deadlines';
import { Records } from './Records';
import { SessionHead } from './SessionHead';
import { Steps } from './Steps';
import { T } from './strings';
import { Terms } from './Terms';

interface Props {
  readonly id: string;
  readonly session: Session;
  readonly booking: ChainBooking;
  readonly role: Role | undefined;
  readonly isFresh: boolean;
}

/** A booking that was read. */
export function SessionView({ id, session, booking, role, isFresh }: Props) {
  const app = useApp();
  const { wallet, about } = useAppState();
  const { events, records, recordsProblem } = useObservable(session);
  const nowS = useEvery(1_000, () => Math.floor(app.serviceNowMs / 1_000));
  const owner = about?.owner;
  const all = actionsOf(booking, { ...(wallet && { wallet }), ...(owner && { owner }) }, nowS);
  const isOurs = booking.escrow.toLowerCase() === about?.escrow.toLowerCase();
  const actions = isOurs ? all : all.filter(({ kind }) => !isDeed(kind));
  const canSpeak = actions.some((each) => each.kind === 'state' && isOpen(each, nowS));
  return (
    <div className="session" data-booking={id} data-status={booking.status}>
      <SessionHead id={id} booking={booking} role={role} nowS={nowS} />
      <div className="session-columns">
        <div className="stack">
          <section className="card" aria-labelledby="actions">
            <h2 id="actions">{T.actions.heading}</h2>
            {wallet === undefined ? (
              <p className="hint">{T.signIn}</p>
            ) : (
              <Actions
                id={id}
                booking={booking}
                role={role}
                actions={actions}
                isFresh={isFresh}
                nowS={nowS}
                reload={() => void session.reload()}
              />
            )}
            {!isOurs && <p className="hint">{T.actions.notOurs}</p>}
            <Deadlines deadlines={deadlinesOf(booking, nowS)} nowS={nowS} />
          </section>
          {records ? (
            <Records records={records} booking={booking} session={session} canSpeak={canSpeak} />
          ) : (
            <p className="hint">{recordsText(recordsProblem)}</p>
          )}
        </div>
        <div className="stack">
          <Steps steps={stepsOf(booking, events, nowS)} />
          <Terms booking={booking} />
        </div>
      </div>
    </div>
  );
}

/** That others see less is no problem. */
const recordsText = (code: string): string =>
  code === 'not_a_participant' ? T.records : problemText(code);
