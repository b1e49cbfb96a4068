import type { ChainBooking } from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import { Link } from '../../app/router';
import { shortened } from '../../format';
import { localTimes } from '../../times';
import { CalendarButton } from './CalendarButton';
import { Moment } from './Moment';
import { outcomeText, ROLE, T } from './strings';
import { useMoney } from './useMoney';

interface Props {
  readonly id: string;
  readonly booking: ChainBooking;
  readonly role: Role | undefined;
  readonly nowS: number;
}

/** Where the booking stands, who it is between, when and for how much. */
export function SessionHead({ id, booking, role, nowS }: Props) {
  const money = useMoney();
  const [word, sentence] = statusText(booking, nowS);
  const outcome = booking.cancelled_by ?? booking.outcome;
  return (
    <section className="card session-head" aria-labelledby="session">
      <h1 id="session">{T.heading(id)}</h1>
      <div role="status">
        <p className={`badge-status ${booking.status}`}>{word}</p>
        {outcome !== 'None' && <p className="verdict">{outcomeText(outcome)}</p>}
        <p className="hint">{sentence}</p>
      </div>
      <dl className="facts">
        <Party name={ROLE.host} address={booking.host} isYou={role === 'host'}>
          <Link to={{ page: 'host', address: booking.host }}>{shortened(booking.host)}</Link>
        </Party>
        <Party name={ROLE.guest} address={booking.guest} isYou={role === 'guest'}>
          {shortened(booking.guest)}
        </Party>
        <div>
          <dt>{T.when}</dt>
          <dd>
            <Moment atS={booking.slot.start_s} />
            <small>{T.zone(localTimes.zone)}</small>
          </dd>
        </div>
        <div>
          <dt>{T.amount}</dt>
          <dd>{money(booking.amount)}</dd>
        </div>
      </dl>
      <div className="row">
        <CalendarButton id={id} booking={booking} />
      </div>
    </section>
  );
}

interface PartyProps {
  readonly name: string;
  readonly address: string;
  readonly isYou: boolean;
  readonly children: React.ReactNode;
}

function Party({ name, address, isYou, children }: PartyProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={address}>
        {children} {isYou && T.you}
      </dd>
    </div>
  );
}

/** A word, and what it means now. */
function statusText(booking: ChainBooking, nowS: number): readonly [string, string] {
  if (booking.refunded_unattested) {
    return T.refunded;
  }
  const [word, sentence] = T.status[booking.status];
  return [word, ofTheMoment(booking, nowS) ?? sentence];
}

function ofTheMoment(booking: ChainBooking, nowS: number): string | undefined {
  if (booking.status === 'Attested') {
    return nowS >= (booking.finalizable_at_s ?? 0) ? T.challengeOver : undefined;
  }
  if (booking.status !== 'Booked' || nowS < booking.slot.start_s) {
    return undefined;
  }
  if (nowS < booking.slot.end_s) {
    return T.running;
  }
  return nowS < booking.claimable_at_s ? T.beingDecided : T.refundable;
}
