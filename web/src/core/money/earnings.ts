import { timeline } from '../api/booking-records';
import type { ChainBooking } from '../api/chain-booking';
import type { App } from '../app/app';
import { Observable } from '../observable';
import { object, units, whole } from '../parse';
import { map, ok, type Result } from '../result';
import { codeOf } from '../room/room-state';
import { type Credit, creditsOf } from './credits';

/** How many bookings are looked into at first, and with each wish for more. */
const BATCH = 20;

/** `GET /accounts/{address}/owed`: token units, as of a block. */
const owedAnswer = object({ owed: units, as_of_block: whole });

export type Owed = ReturnType<typeof owedAnswer>;

export interface EarningsState {
  /** Absent until it was read. */
  readonly owed?: Owed;
  readonly credits: readonly Credit[];
  /** There are older bookings that were not looked into. */
  readonly hasMore: boolean;
  /** Why the last reading failed: the service's code, or one of ours. */
  readonly problem: string;
}

/** What a wallet is owed by the escrow, and which sessions credited it. */
export class Earnings extends Observable<EarningsState> {
  private count = BATCH;
  private bookings: readonly ChainBooking[] = [];
  /** By booking and status: what a booking credited in a status does not change any more. */
  private readonly known = new Map<string, readonly Credit[]>();
  private newest = 0;

  constructor(
    private readonly wallet: string,
    private readonly app: Pick<App, 'read'>,
  ) {
    super({ credits: [], hasMore: false, problem: '' });
  }

  /** Reads what is owed now, and what the newest of these bookings credited. */
  async reload(bookings = this.bookings): Promise<void> {
    this.bookings = bookings;
    this.newest += 1;
    const mine = this.newest;
    const crediting = newestFirst(bookings.filter(hasCredited));
    const [owed, credits] = await Promise.all([
      this.app.read(`/accounts/${this.wallet}/owed`, owedAnswer),
      this.creditsOfAll(crediting.slice(0, this.count)),
    ]);
    if (mine !== this.newest) {
      return;
    }
    if (owed.kind !== 'ok' || credits.kind !== 'ok') {
      this.set({ problem: codeOf(owed) || codeOf(credits) });
      return;
    }
    this.set({
      owed: owed.value,
      credits: credits.value,
      hasMore: crediting.length > this.count,
      problem: '',
    });
  }

  /** Looks further back. */
  async more(): Promise<void> {
    this.count += BATCH;
    await this.reload();
  }

  private async creditsOfAll(bookings: readonly ChainBooking[]): Promise<Result<Credit[]>> {
    const all = await Promise.all(bookings.map((booking) => this.creditsOfOne(booking)));
    return (
      all.find((each) => each.kind !== 'ok') ??
      ok(all.flatMap((each) => (each.kind === 'ok' ? each.value : [])))
    );
  }

  private async creditsOfOne(booking: ChainBooking): Promise<Result<readonly Credit[]>> {
    const key = `${booking.booking_id} ${booking.status}`;
    const known = this.known.get(key);
    if (known) {
      return ok(known);
    }
    const answer = await this.app.read(`/bookings/${booking.booking_id}/timeline`, timeline);
    const credits = map(answer, ({ events }) => creditsOf(booking, events, this.wallet));
    if (credits.kind === 'ok') {
      this.known.set(key, credits.value);
    }
    return credits;
  }
}

/** A resolved dispute has credited its bond, though not yet the session's money. */
const hasCredited = ({ status }: ChainBooking): boolean =>
  status === 'Finalized' || status === 'Cancelled' || status === 'Resolved';

const newestFirst = (bookings: readonly ChainBooking[]): readonly ChainBooking[] =>
  bookings.toSorted((a, b) => overAt(b) - overAt(a));

const overAt = ({ finalizable_at_s: finalizableS, slot }: ChainBooking): number =>
  finalizableS ?? slot.end_s;
