import { type Claim, isSettled, owedBeside } from '../../../core/money/claims';
import { Link } from '../../app/router';
import { Moment } from '../session/Moment';
import { useMoney } from '../session/useMoney';
import { CLAIMED, CREDITED, M } from './strings';

interface Props {
  readonly claims: readonly Claim[];
  readonly owed: bigint;
  /** Looks further back; absent where everything is shown. */
  readonly more: (() => void) | undefined;
}

/** The sessions that credited money, the newest first, and whether it was claimed. */
export function Credits({ claims, owed, more }: Props) {
  const money = useMoney();
  const beside = owedBeside(claims, owed);
  return (
    <section className="card" aria-labelledby="credits">
      <h2 id="credits">{M.credits.heading}</h2>
      {claims.length === 0 && <p className="hint">{M.credits.none}</p>}
      {beside > 0n && <p className="hint">{M.credits.beside(money(beside))}</p>}
      {claims.length > 0 && (
        <ul className="session-rows">
          {claims.map((claim) => (
            <Row
              key={`${claim.credit.txHash} ${claim.credit.bookingId} ${claim.credit.kind}`}
              claim={claim}
              isOfSettled={isSettled(claims, claim.credit.bookingId)}
            />
          ))}
        </ul>
      )}
      {more && (
        <div className="row">
          <button type="button" onClick={more} data-action="more">
            {M.credits.more}
          </button>
        </div>
      )}
    </section>
  );
}

function Row({ claim, isOfSettled }: { claim: Claim; isOfSettled: boolean }) {
  const money = useMoney();
  const { credit, state } = claim;
  return (
    <li
      className="session-row"
      data-booking={credit.bookingId}
      data-claim={state}
      data-settled={isOfSettled}
    >
      <p className="session-when">
        <Link to={{ page: 'session', booking: String(credit.bookingId) }}>
          {M.credits.session(credit.bookingId)}
        </Link>
      </p>
      <p className="credit">{money(credit.units)}</p>
      <p className="session-who">
        {CREDITED[credit.kind]} · <Moment atS={credit.atS} />
      </p>
      <p className="hint">{CLAIMED[state]}</p>
    </li>
  );
}
