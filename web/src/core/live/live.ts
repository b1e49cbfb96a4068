import { Observable } from '../observable';
import type { Clock } from '../time';
import type { OpenStream } from './event-stream';
import { LiveLine } from './live-line';

/** What to hear of: a wallet's bookings, slots and requests, one booking, or everything. */
export interface LiveFilter {
  readonly party?: string;
  readonly booking?: string;
}

export interface LiveState {
  /** What is shown follows the chain, as far as is known: false once the service is out of reach. */
  readonly isLive: boolean;
  /** Until when it did, where it no longer does; unix milliseconds by this device. */
  readonly lastHeardMs: number;
}

/** A burst of events, as of one transaction with twenty slots, is one reason to read again. */
const GATHER_MS = 100;
/** Browsers open six connections to an origin in all tabs together: hidden ones give theirs back. */
const REST_AFTER_MS = 30_000;

interface Watched {
  readonly line: LiveLine;
  readonly watchers: Set<() => void>;
}

/** Tells the page when to read again, and whether what it shows is the newest. */
export class Live extends Observable<LiveState> {
  private readonly lines = new Map<string, Watched>();
  private isOnline = true;
  private isResting = false;
  private callOffRest: () => void = () => {};

  constructor(
    private readonly openStream: OpenStream,
    private readonly clock: Clock,
  ) {
    super({ isLive: true, lastHeardMs: clock.nowMs() });
  }

  /** Calls `reload` whenever there may be something new; the answer ends it. */
  watch(filter: LiveFilter, reload: () => void): () => void {
    const path = pathOf(filter);
    const { line, watchers } = this.lines.get(path) ?? this.begin(path);
    // Two watchers may hand in the same function: each is one of its own.
    const watcher = () => reload();
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.lines.get(path)?.line === line) {
        this.lines.delete(path);
        line.close();
        this.look();
      }
    };
  }

  /** The browser has, or has lost, its network. */
  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    if (isOnline) {
      this.openAll();
    }
    this.look();
  }

  /** The page can, or cannot, be seen. */
  setShown(isShown: boolean): void {
    this.callOffRest();
    if (isShown) {
      this.isResting = false;
      this.openAll();
    } else {
      this.callOffRest = this.clock.after(REST_AFTER_MS, () => this.rest());
    }
  }

  private begin(path: string): Watched {
    const watchers = new Set<() => void>();
    const told = gathered(this.clock, () => {
      for (const watcher of watchers) {
        watcher();
      }
    });
    const changed = () => this.look();
    const line = new LiveLine({ path, open: this.openStream, clock: this.clock, told, changed });
    const watched = { line, watchers };
    this.lines.set(path, watched);
    if (!this.isResting) {
      line.open();
    }
    return watched;
  }

  private openAll(): void {
    if (!this.isResting) {
      this.each((line) => line.open());
    }
  }

  private rest(): void {
    this.isResting = true;
    this.each((line) => line.close());
  }

  private each(act: (line: LiveLine) => void): void {
    for (const { line } of this.lines.values()) {
      act(line);
    }
  }

  private look(): void {
    const lines = [...this.lines.values()].map(({ line }) => line);
    const isLive = this.isOnline && !lines.some((line) => line.isAway);
    if (isLive !== this.state.isLive) {
      const now = this.clock.nowMs();
      this.set({ isLive, lastHeardMs: Math.min(now, ...lines.map((line) => line.lastHeardMs)) });
    }
  }
}

function pathOf({ party, booking }: LiveFilter): string {
  const query = new URLSearchParams({ ...(party && { party }), ...(booking && { booking }) });
  return query.size === 0 ? '/events' : `/events?${query}`;
}

/** Runs it once for all calls of a short while. */
function gathered(clock: Clock, run: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (!isWaiting) {
      isWaiting = true;
      clock.after(GATHER_MS, () => {
        isWaiting = false;
        run();
      });
    }
  };
}
