import { bookingOutcome } from '../api/chain-booking';
import type { App } from '../app/app';
import { Observable } from '../observable';
import { list, object, optional, type Parser, text, units, whole } from '../parse';
import { ok, type Result } from '../result';
import { codeOf } from '../room/room-state';

const dispute = object({
  booking_id: whole,
  escrow: text,
  host: text,
  guest: text,
  amount: units,
  bond: units,
  challenger: text,
  disputed_at_s: whole,
  times_out_at_s: whole,
  outcome: bookingOutcome,
});

/** A dispute of the queue; amounts in token units, times in unix seconds. */
export type QueuedDispute = ReturnType<typeof dispute>;

const cursor: Parser<string> = (value, where) =>
  typeof value === 'number' ? String(whole(value, where)) : text(value, where);

/** `GET /disputes`, for the escrow's owner: soonest timeout first. */
export const disputesPage = object({ disputes: list(dispute), next: optional(cursor) });

/** More than half of its time has passed: it times out unless somebody looks soon. */
export const isUrgent = (queued: QueuedDispute, nowS: number): boolean =>
  nowS * 2 >= queued.disputed_at_s + queued.times_out_at_s;

/** The booking's name in paths: its id alone where it is of the service's own escrow. */
export const idOf = ({ booking_id, escrow }: QueuedDispute, ownEscrow: string): string =>
  escrow.toLowerCase() === ownEscrow.toLowerCase() ? String(booking_id) : `${escrow}-${booking_id}`;

export interface DisputesState {
  /** Absent until they were read. */
  readonly disputes?: readonly QueuedDispute[];
  /** Why the last reading failed. */
  readonly problem: string;
}

/** The reviewer's queue. */
export class Disputes extends Observable<DisputesState> {
  constructor(private readonly app: Pick<App, 'ask'>) {
    super({ problem: '' });
  }

  async reload(): Promise<void> {
    const read = await this.readAll();
    this.set(
      read.kind === 'ok'
        ? { disputes: soonestFirst(read.value), problem: '' }
        : { problem: codeOf(read) },
    );
  }

  private async readAll(): Promise<Result<readonly QueuedDispute[]>> {
    const disputes: QueuedDispute[] = [];
    let after: string | undefined;
    do {
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
      const page = await this.app.ask({ method: 'GET', path: `/disputes${query}` }, disputesPage);
      if (page.kind !== 'ok') {
        return page;
      }
      disputes.push(...page.value.disputes);
      after = page.value.next;
    } while (after !== undefined);
    return ok(disputes);
  }
}

/** The service's order, held to whatever arrives on a later page. */
const soonestFirst = (disputes: readonly QueuedDispute[]): readonly QueuedDispute[] =>
  disputes.toSorted((a, b) => a.times_out_at_s - b.times_out_at_s);
