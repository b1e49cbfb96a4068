import {
  type Explanation,
  explanation,
  type Statement,
  statement,
  statements,
  type TimelineEvent,
  timeline,
} from '../api/booking-records';
import { type ChainBooking, chainBooking } from '../api/chain-booking';
import type { App } from '../app/app';
import { Observable } from '../observable';
import { map, ok, type Result, refused } from '../result';
import { codeOf } from '../room/room-state';
import { mayReadRecords, type Viewer } from './actions';
import { checkMetrics, type MetricsCheck } from './metrics-check';

/** What the parties may read besides, and the reviewer while it is disputed. */
export interface BookingRecords {
  readonly explanation: Explanation;
  readonly statements: readonly Statement[];
  /** Absent before an outcome is attested. */
  readonly metrics?: Result<MetricsCheck>;
}

/** A booking as it was last read. */
export interface SessionState {
  readonly booking?: ChainBooking;
  readonly events: readonly TimelineEvent[];
  readonly records?: BookingRecords;
  /** Why there are no records: the service's code, or one of ours. */
  readonly recordsProblem: string;
  /** Why the last reading failed; what is shown is older then, and nothing to act on. */
  readonly problem: string;
  /** When what is shown was read, by the service's clock. */
  readonly readAtMs?: number;
}

/** What a session needs of the app and of the world. */
export interface SessionParts {
  readonly app: Pick<App, 'read' | 'ask' | 'askText' | 'serviceNowMs'>;
  readonly chainId: number;
  readonly viewer: Viewer;
  /** Keccak-256 of a text in UTF-8, 0x hex. */
  keccak(text: string): Promise<string>;
}

/** What the service would answer: it is not asked in vain. */
const FORBIDDEN = 403;

/** One booking, read as often as something may have happened to it. */
export class Session extends Observable<SessionState> {
  private readonly path: string;
  private reading: Promise<void> | undefined;
  private isStale = false;
  private checked: { readonly hash: string; readonly check: MetricsCheck } | undefined;

  constructor(
    bookingId: string,
    private readonly parts: SessionParts,
  ) {
    super({ events: [], problem: '', recordsProblem: '' });
    this.path = `/bookings/${encodeURIComponent(bookingId)}`;
  }

  /** Reads it again; once more where this is asked during a reading. */
  reload(): Promise<void> {
    this.isStale = true;
    this.reading ??= this.readUntilFresh().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  /** Says what happened, as one of the parties. */
  async say(words: string): Promise<Result<Statement>> {
    const said = await this.parts.app.ask(
      { method: 'POST', path: `${this.path}/statements`, body: { text: words } },
      statement,
    );
    if (said.kind === 'ok') {
      await this.reload();
    }
    return said;
  }

  private async readUntilFresh(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      await this.read();
    }
  }

  private async read(): Promise<void> {
    const { app } = this.parts;
    const [booking, events] = await Promise.all([
      app.read(this.path, chainBooking),
      app.read(`${this.path}/timeline`, timeline),
    ]);
    if (booking.kind !== 'ok' || events.kind !== 'ok') {
      this.set({ problem: booking.kind !== 'ok' ? codeOf(booking) : codeOf(events) });
      return;
    }
    const records = await this.readRecords(booking.value, events.value.events);
    this.replaceAll({
      booking: booking.value,
      events: events.value.events,
      problem: '',
      readAtMs: app.serviceNowMs,
      recordsProblem: codeOf(records),
      ...(records.kind === 'ok' && { records: records.value }),
    });
  }

  private async readRecords(
    booking: ChainBooking,
    events: readonly TimelineEvent[],
  ): Promise<Result<BookingRecords>> {
    const { app, viewer } = this.parts;
    if (!mayReadRecords(booking, viewer)) {
      return refused(FORBIDDEN, 'not_a_participant', 'not asked for');
    }
    const [explained, said] = await Promise.all([
      app.ask({ method: 'GET', path: `${this.path}/explanation` }, explanation),
      app.ask({ method: 'GET', path: `${this.path}/statements` }, statements),
    ]);
    if (explained.kind !== 'ok') {
      return explained;
    }
    const metrics = await this.metrics(booking, events);
    return map(said, (read) => ({
      explanation: explained.value,
      statements: read.statements,
      ...(metrics && { metrics }),
    }));
  }

  /** Bytes that a hash commits to do not change: they are fetched and checked once. */
  private async metrics(
    booking: ChainBooking,
    events: readonly TimelineEvent[],
  ): Promise<Result<MetricsCheck> | undefined> {
    const hash = booking.metrics_hash;
    if (hash === undefined || this.checked?.hash === hash) {
      return this.checked && hash !== undefined ? ok(this.checked.check) : undefined;
    }
    const json = await this.parts.app.askText(`${this.path}/metrics`);
    if (json.kind !== 'ok') {
      return json;
    }
    const computed = await this.parts.keccak(json.value);
    const outcome = events.findLast(({ name }) => name === 'Attested')?.outcome ?? booking.outcome;
    const attested = { booking, chainId: this.parts.chainId, outcome };
    const check = checkMetrics(json.value, attested, computed);
    this.checked = { hash, check };
    return ok(check);
  }
}
