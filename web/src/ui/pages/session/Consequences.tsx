import { roleOf } from '../../../core/api/booking';
import {
  type ChainBooking,
  SETTLED_OUTCOMES,
  type SettledOutcome,
} from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import type { ActionKind } from '../../../core/session/actions';
import {
  challengeStakes,
  fullRefund,
  guestCancellation,
  otherRole,
  settlementOf,
} from '../../../core/session/consequences';
import { span } from '../../format';
import { SharesTable } from './Shares';
import { outcomeText, T } from './strings';
import { useMoney } from './useMoney';

interface Props {
  readonly kind: ActionKind;
  readonly booking: ChainBooking;
  readonly role: Role | undefined;
  /** The service's clock, unix seconds. */
  readonly nowS: number;
}

const C = T.consequences;

/** What an action does, before it is signed. */
export function Consequences({ kind, booking, role, nowS }: Props) {
  switch (kind) {
    case 'cancel_as_guest':
      return <GuestCancels booking={booking} nowS={nowS} />;
    case 'cancel_as_host':
      return <Refund booking={booking} text={C.cancelAsHost} />;
    case 'claim_if_unattested':
      return <Refund booking={booking} text={C.claim} />;
    case 'challenge':
      return role ? <Challenges booking={booking} role={role} /> : null;
    case 'finalize':
      return <Settles booking={booking} text={C.finalize} />;
    case 'finalize_dispute':
      return <TimesOut booking={booking} />;
    case 'join':
    case 'state':
    case 'resolve':
      return null;
  }
}

/** The cutoff may pass while this is read. */
function GuestCancels({ booking, nowS }: Pick<Props, 'booking' | 'nowS'>) {
  const money = useMoney();
  const { isLate, penalty, shares } = guestCancellation(booking, nowS);
  return (
    <div className="stack" data-status={isLate ? 'late' : 'free'}>
      <p>{isLate ? C.cancelLate(money(penalty)) : C.cancelFree}</p>
      <SharesTable shares={shares} />
    </div>
  );
}

function Refund({ booking, text }: { booking: ChainBooking; text: string }) {
  return (
    <div className="stack">
      <p>{text}</p>
      <SharesTable shares={fullRefund(booking)} />
    </div>
  );
}

function Settles({ booking, text }: { booking: ChainBooking; text: string }) {
  const outcome = SETTLED_OUTCOMES.find((each) => each === booking.outcome);
  return (
    <div className="stack">
      <p>{text}</p>
      {outcome && <SharesTable shares={settlementOf(booking, outcome)} />}
      <p className="hint">{C.withdraw}</p>
    </div>
  );
}

function TimesOut({ booking }: { booking: ChainBooking }) {
  const challenger = booking.dispute && roleOf(booking, booking.dispute.challenger);
  const bondTo = challenger ? C.toWhom[otherRole(challenger)] : '';
  return (
    <Settles booking={booking} text={C.finalizeDispute(outcomeText(booking.outcome), bondTo)} />
  );
}

function Challenges({ booking, role }: { booking: ChainBooking; role: Role }) {
  const money = useMoney();
  const { terms } = booking;
  return (
    <div className="stack">
      <p>{C.challengeBond(money(terms.challenge_bond))}</p>
      <h3>{C.challengeIf}</h3>
      {SETTLED_OUTCOMES.map((outcome) => (
        <Stakes key={outcome} booking={booking} role={role} outcome={outcome} />
      ))}
      <p>{C.timeout(span(terms.dispute_timeout_s * 1_000))}</p>
    </div>
  );
}

interface StakesProps {
  readonly booking: ChainBooking;
  readonly role: Role;
  readonly outcome: SettledOutcome;
}

function Stakes({ booking, role, outcome }: StakesProps) {
  const money = useMoney();
  const { bondTo, shares } = challengeStakes(booking, role, outcome);
  const { host, guest, treasury } = shares;
  return (
    <p data-outcome={outcome} data-bond-to={bondTo}>
      {C.changed(outcomeText(outcome), bondTo === role ? C.toYou : C.toWhom[bondTo])}
      <small>{T.steps.credited(money(host), money(guest), money(treasury))}</small>
    </p>
  );
}
