import { type ChainBooking, chainBooking } from '../api/chain-booking';
import type { App } from '../app/app';
import { Observable } from '../observable';
import { list, object, optional, whole } from '../parse';
import { ok, type Result } from '../result';
import { codeOf } from '../room/room-state';

/** The most that the service gives at once. */
const PAGE_SIZE = 200;
/** A bound on what a page holds; who has more sees the oldest of them, and is told so. */
const MOST_PAGES = 50;

const page = object({ bookings: list(chainBooking), next: optional(whole) });

export interface SessionsState {
  /** Absent until they were read. */
  readonly bookings?: readonly ChainBooking[];
  /** There are more than a page can hold. */
  readonly isCut: boolean;
  /** Why the last reading failed: the service's code, or one of ours. */
  readonly problem: string;
}

interface ReadSessions {
  readonly bookings: readonly ChainBooking[];
  readonly isCut: boolean;
}

/** All sessions of a wallet, as host and as guest. */
export class Sessions extends Observable<SessionsState> {
  private reading: Promise<void> | undefined;
  private isStale = false;

  constructor(
    private readonly wallet: string,
    private readonly app: Pick<App, 'read'>,
  ) {
    super({ isCut: false, problem: '' });
  }

  /** Reads them again; once more where this is asked during a reading. */
  reload(): Promise<void> {
    this.isStale = true;
    this.reading ??= this.readUntilFresh().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const read = await this.readAll();
      this.set(read.kind === 'ok' ? { ...read.value, problem: '' } : { problem: codeOf(read) });
    }
  }

  private async readAll(): Promise<Result<ReadSessions>> {
    const bookings: ChainBooking[] = [];
    let after: number | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const answer = await this.app.read(this.path(after), page);
      if (answer.kind !== 'ok') {
        return answer;
      }
      bookings.push(...answer.value.bookings);
      after = answer.value.next;
      if (after === undefined) {
        return ok({ bookings, isCut: false });
      }
    }
    return ok({ bookings, isCut: true });
  }

  private path(after: number | undefined): string {
    const query = new URLSearchParams({ party: this.wallet, limit: String(PAGE_SIZE) });
    if (after !== undefined) {
      query.set('after', String(after));
    }
    return `/bookings?${query}`;
  }
}
