import type { BookingTerms } from '../../../core/api/chain-booking';
import type { MarketSlot } from '../../../core/api/market';
import { shareDown } from '../../../core/session/consequences';
import { percent, span } from '../../format';
import { H } from './strings';

/** What a guest is told before paying; each kind once, in the order of a session's life. */
export type PromiseKind =
  | 'pay'
  | 'held'
  | 'you_late'
  | 'host_late'
  | 'cancel'
  | 'host_cancels'
  | 'challenge'
  | 'unattested'
  | 'refunds';

export interface BookingPromise {
  readonly kind: PromiseKind;
  readonly sentence: string;
}

/** How a guest's page writes amounts (token units) and moments (unix seconds). */
export interface Writing {
  money(units: bigint): string;
  moment(atS: number): string;
}

const minutes = (mins: number): string => span(mins * 60_000);
const seconds = (s: number): string => span(s * 1_000);

/** The terms of a slot in sentences, as they are for whoever books it at this second. */
export function bookingPromises(
  slot: MarketSlot,
  terms: BookingTerms,
  nowS: number,
  { money, moment }: Writing,
): readonly BookingPromise[] {
  const P = H.promises;
  const need = minutes(slot.min_overlap_mins);
  const late = slot.grace_mins === 0 ? P.noGrace : P.grace(minutes(slot.grace_mins));
  return [
    { kind: 'pay', sentence: P.pay(money(slot.price)) },
    {
      kind: 'held',
      sentence: `${slot.min_overlap_mins === 0 ? P.heldAtOnce : P.held(need)} ${P.hostPaid(
        money(shareDown(slot.price, terms.fee_bps)),
        percent(terms.fee_bps),
      )}`,
    },
    { kind: 'you_late', sentence: `${late} ${P.youMissing}` },
    { kind: 'host_late', sentence: `${P.sameForHost} ${P.hostMissing}` },
    { kind: 'cancel', sentence: cancelling(slot, terms, nowS, { money, moment }) },
    { kind: 'host_cancels', sentence: P.hostCancels },
    {
      kind: 'challenge',
      sentence:
        terms.challenge_window_s === 0
          ? P.noChallenge
          : P.challenge(seconds(terms.challenge_window_s), money(terms.challenge_bond)),
    },
    { kind: 'unattested', sentence: P.unattested(moment(slot.end_s + terms.no_attest_buffer_s)) },
    { kind: 'refunds', sentence: P.refunds },
  ];
}

function cancelling(
  slot: MarketSlot,
  terms: BookingTerms,
  nowS: number,
  { money, moment }: Writing,
): string {
  const penalty = shareDown(slot.price, terms.late_cancel_penalty_bps);
  const freeUntilS = slot.start_s - slot.cancel_cutoff_mins * 60;
  if (penalty === 0n) {
    return H.promises.alwaysFree(moment(slot.start_s));
  }
  const share = percent(terms.late_cancel_penalty_bps);
  return nowS <= freeUntilS
    ? H.promises.freeUntil(moment(freeUntilS), money(penalty), share)
    : H.promises.noLongerFree(money(penalty), share);
}
