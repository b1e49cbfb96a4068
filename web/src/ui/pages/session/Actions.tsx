import { lazy, Suspense, useState } from 'react';
import type { ChainBooking } from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import { pathOf } from '../../../core/app/route';
import { type DeedKind, isDeed } from '../../../core/session/action-deeds';
import { type Action, isOpen } from '../../../core/session/actions';
import { span } from '../../format';
import { Moment } from './Moment';
import { T } from './strings';

/** What signs is loaded when somebody acts. */
const ActionDialog = lazy(() => import('./ActionDialog'));

interface Props {
  readonly id: string;
  readonly booking: ChainBooking;
  readonly role: Role | undefined;
  readonly actions: readonly Action[];
  /** Nothing is done on what may be old. */
  readonly isFresh: boolean;
  /** The service's clock, unix seconds. */
  readonly nowS: number;
  readonly reload: () => void;
}

/** What whoever looks can do, now and later. */
export function Actions(props: Props) {
  const { actions, booking, role, nowS, reload } = props;
  const [chosen, setChosen] = useState<DeedKind>();
  return (
    <>
      {actions.length === 0 && <p className="hint">{T.actions.nothing}</p>}
      <ul className="actions">
        {actions.map((action) => (
          <li key={action.kind}>
            <Way {...props} action={action} isNow={isOpen(action, nowS)} choose={setChosen} />
            <When action={action} nowS={nowS} />
          </li>
        ))}
      </ul>
      {chosen && (
        <Suspense fallback={<p role="status">{T.actions.opening}</p>}>
          <ActionDialog
            kind={chosen}
            booking={booking}
            role={role}
            nowS={nowS}
            onClose={() => setChosen(undefined)}
            onDone={reload}
          />
        </Suspense>
      )}
    </>
  );
}

interface WayProps extends Props {
  readonly action: Action;
  readonly isNow: boolean;
  readonly choose: (kind: DeedKind) => void;
}

/** A link where the action has a place of its own, else a button that opens its dialog. */
function Way({ action, id, isNow, isFresh, choose }: WayProps) {
  const { kind } = action;
  const name = T.actions.names[kind];
  if (isDeed(kind)) {
    return (
      <button
        type="button"
        data-action={kind}
        disabled={!isNow || !isFresh}
        onClick={() => choose(kind)}
      >
        {name}
      </button>
    );
  }
  const places = {
    join: pathOf({ page: 'call', booking: id }),
    state: '#statements',
    resolve: '#resolve',
  };
  return isNow ? (
    <a
      className={kind === 'join' ? 'button primary' : 'button'}
      href={places[kind]}
      data-action={kind}
    >
      {name}
    </a>
  ) : (
    <span className="later">{name}</span>
  );
}

function When({ action, nowS }: { action: Action; nowS: number }) {
  if (nowS < action.fromS) {
    return (
      <span className="hint">
        {T.actions.from} <Moment atS={action.fromS} />{' '}
        {T.actions.in(span((action.fromS - nowS) * 1_000))}
      </span>
    );
  }
  return action.untilS === undefined ? null : (
    <span className="hint">{T.actions.until(span((action.untilS - nowS) * 1_000))}</span>
  );
}
