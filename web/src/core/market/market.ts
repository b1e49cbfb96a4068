import {
  type HostProfile,
  hostProfile,
  type MarketSlot,
  requestsPage,
  type SlotRequest,
  slotsPage,
} from '../api/market';
import type { App } from '../app/app';
import { Observable } from '../observable';
import { ok, type Result } from '../result';
import { codeOf } from '../room/room-state';
import type { WeeklyRange } from '../schedule/weekly';

/** A host, what they offer, and what is asked of them, as last read. */
export interface MarketState {
  /** Absent until it was read. */
  readonly market?: Market;
  /** Why the last reading failed; what is shown is older then. */
  readonly problem: string;
}

export interface Market {
  readonly host: HostProfile;
  /** Of any status, soonest first, from a day before now. */
  readonly slots: readonly MarketSlot[];
  /** To this host, or to any host; of any status. */
  readonly requests: readonly SlotRequest[];
}

/** What a host decides about the page that guests see. */
export interface HostSettings {
  readonly display_name: string;
  readonly accepting_bookings: boolean;
  readonly time_zone: string;
  readonly weekly: readonly WeeklyRange[];
  readonly booking_defaults: HostProfile['booking_defaults'];
}

/** Requests to a host and to any host, or those that a guest made. */
export type RequestsOf = { readonly host: string } | { readonly guest: string };

/** Slots that began within a day may still be running. */
const BACK_S = 86_400;

/** A host's market, for the host or for a guest. */
export class HostMarket extends Observable<MarketState> {
  private latest = 0;

  constructor(
    private readonly app: Pick<App, 'read' | 'ask' | 'serviceNowMs'>,
    private readonly host: string,
    /** Whose requests to read: absent where nobody is signed in. */
    private readonly requestsOf: RequestsOf | undefined,
  ) {
    super({ problem: '' });
  }

  /** Reads it again; an answer that a later one overtook is dropped. */
  async reload(): Promise<void> {
    this.latest += 1;
    const mine = this.latest;
    const read = await this.read();
    if (mine === this.latest) {
      this.set(
        read.kind === 'ok' ? { market: read.value, problem: '' } : { problem: codeOf(read) },
      );
    }
  }

  /** Keeps what the host changed; what the service has then. */
  async save(change: Partial<HostSettings>): Promise<Result<HostProfile>> {
    const { market } = this.state;
    const body = { ...(market && settingsOf(market.host)), ...change };
    const saved = await this.app.ask(
      { method: 'PUT', path: '/hosts/me/settings', body },
      hostProfile,
    );
    if (saved.kind === 'ok') {
      await this.reload();
    }
    return saved;
  }

  private async read(): Promise<Result<Market>> {
    const [host, slots, requests] = await Promise.all([
      this.app.read(`/hosts/${encodeURIComponent(this.host)}`, hostProfile),
      this.slots(),
      this.requests(),
    ]);
    if (host.kind !== 'ok') {
      return host;
    }
    if (slots.kind !== 'ok') {
      return slots;
    }
    return requests.kind === 'ok'
      ? ok({ host: host.value, slots: slots.value.toSorted(sooner), requests: requests.value })
      : requests;
  }

  private slots(): Promise<Result<readonly MarketSlot[]>> {
    const fromS = Math.floor(this.app.serviceNowMs / 1_000) - BACK_S;
    const path = `/hosts/${encodeURIComponent(this.host)}/slots?from_s=${fromS}`;
    return allOf(path, async (page) => {
      const read = await this.app.read(page, slotsPage);
      return read.kind === 'ok' ? ok({ items: read.value.slots, next: read.value.next }) : read;
    });
  }

  private async requests(): Promise<Result<readonly SlotRequest[]>> {
    if (!this.requestsOf) {
      return ok([]);
    }
    const path = `/requests?${new URLSearchParams({ ...this.requestsOf })}`;
    const read = await allOf(path, async (page) => {
      const answer = await this.app.read(page, requestsPage);
      return answer.kind === 'ok'
        ? ok({ items: answer.value.requests, next: answer.value.next })
        : answer;
    });
    return read.kind === 'ok' ? ok(read.value.filter((each) => this.isToThisHost(each))) : read;
  }

  private isToThisHost({ host_target: target }: SlotRequest): boolean {
    return target === undefined || target.toLowerCase() === this.host.toLowerCase();
  }
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** All pages of a list, one after the other. */
async function allOf<T>(
  path: string,
  read: (page: string) => Promise<Result<Page<T>>>,
): Promise<Result<readonly T[]>> {
  const items: T[] = [];
  let page = path;
  for (;;) {
    const answer = await read(page);
    if (answer.kind !== 'ok') {
      return answer;
    }
    items.push(...answer.value.items);
    if (answer.value.next === undefined) {
      return ok(items);
    }
    page = `${path}&after=${encodeURIComponent(answer.value.next)}`;
  }
}

const settingsOf = (host: HostProfile): HostSettings => ({
  display_name: host.display_name,
  accepting_bookings: host.accepting_bookings,
  time_zone: host.time_zone,
  weekly: host.weekly,
  booking_defaults: host.booking_defaults,
});

const sooner = (a: MarketSlot, b: MarketSlot): number => a.start_s - b.start_s;
