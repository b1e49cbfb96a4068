import type { ChainBooking } from '../../../core/api/chain-booking';
import { freeCancelUntilS, shareDown } from '../../../core/session/consequences';
import { percent, span } from '../../format';
import { localTimes } from '../../times';
import { T } from './strings';
import { useMoney } from './useMoney';

const MINUTE_MS = 60_000;

/** What was agreed, in plain words. */
export function Terms({ booking }: { booking: ChainBooking }) {
  const money = useMoney();
  return (
    <section className="card" aria-labelledby="terms">
      <h2 id="terms">{T.terms.heading}</h2>
      <ul className="plain">
        {termsInWords(booking, money).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function termsInWords(booking: ChainBooking, money: (units: bigint) => string): string[] {
  const { slot, terms, amount } = booking;
  const penalty = shareDown(amount, terms.late_cancel_penalty_bps);
  const at = (seconds: number) => localTimes.moment(seconds * 1_000);
  return [
    T.terms.when(span(slot.duration_mins * MINUTE_MS), at(slot.start_s)),
    T.terms.together(span(slot.min_overlap_mins * MINUTE_MS)),
    T.terms.late(span(slot.grace_mins * MINUTE_MS)),
    T.terms.noShow,
    T.terms.cancel(
      at(freeCancelUntilS(booking)),
      money(penalty),
      percent(terms.late_cancel_penalty_bps),
      money(shareDown(penalty, terms.fee_bps)),
    ),
    T.terms.hostCancels,
    T.terms.fee(money(shareDown(amount, terms.fee_bps)), percent(terms.fee_bps)),
    terms.challenge_window_s === 0
      ? T.terms.noChallenge
      : T.terms.challenge(span(terms.challenge_window_s * 1_000), money(terms.challenge_bond)),
    T.terms.dispute(span(terms.dispute_timeout_s * 1_000)),
    T.terms.refund(at(booking.claimable_at_s)),
  ];
}
