import type { Hex } from '../chain/call';
import type { Offer } from '../chain/request-deeds';
import { MAX_DURATION_MINS } from '../schedule/slot-terms';
import { LEAD_S } from '../schedule/slots';
import { momentIn } from './moment-field';

/** A guest's wishes: moments as a date and time field has them, the amount in token units. */
export interface Wish {
  /** YYYY-MM-DDTHH:MM in the zone of whoever looks. */
  readonly earliest: string;
  readonly latest: string;
  readonly durationMins: number;
  /** Absent where what was typed is no amount. */
  readonly amount: bigint | undefined;
}

export type WishProblem =
  | 'no_time'
  | 'too_soon'
  | 'turned_round'
  | 'bad_duration'
  | 'bad_amount'
  | 'below_price';

/** Where a wish is made: to which host, at which price, in which zone, when (unix seconds). */
export interface WishPlace {
  readonly host: Hex;
  readonly basePrice: bigint | undefined;
  readonly zone: string;
  readonly nowS: number;
}

/** The offer of a wish, or the first thing that is wrong with it, in the order of its fields. */
export function offerOf(wish: Wish, place: WishPlace): Offer | WishProblem {
  const [from, to] = [momentIn(wish.earliest, place.zone), momentIn(wish.latest, place.zone)];
  const { amount, durationMins } = wish;
  if (from === undefined || to === undefined) {
    return 'no_time';
  }
  if (from <= place.nowS + LEAD_S) {
    return 'too_soon';
  }
  if (to < from) {
    return 'turned_round';
  }
  if (!Number.isInteger(durationMins) || durationMins < 1 || durationMins > MAX_DURATION_MINS) {
    return 'bad_duration';
  }
  if (amount === undefined || amount === 0n) {
    return 'bad_amount';
  }
  if (place.basePrice !== undefined && amount < place.basePrice) {
    return 'below_price';
  }
  const window = { windowStartS: from, windowEndS: to, expiryS: to };
  return { host: place.host, ...window, durationMins, amount };
}
