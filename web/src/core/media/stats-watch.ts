import type { Clock } from '../time';
import type { PeerConnection } from './peer-connection';
import { type MediaStats, NO_STATS, readStats } from './stats';

/** Between two looks at the statistics, once audio has come. */
const LOOK_EVERY_MS = 2_000;

/** Until then: what a user waits for is measured to this. */
const FIRST_LOOKS_EVERY_MS = 50;

/** Looks at a connection's statistics until it is stopped. */
export class StatsWatch {
  private last = NO_STATS;
  private isStopped = false;
  private stopWaiting: () => void = () => {};

  constructor(
    private readonly connection: PeerConnection,
    private readonly clock: Clock,
    private readonly seen: (before: MediaStats, now: MediaStats) => void,
  ) {
    this.waitForNext();
  }

  stop(): void {
    this.isStopped = true;
    this.stopWaiting();
  }

  private waitForNext(): void {
    const millis = this.last.audioBytesReceived > 0 ? LOOK_EVERY_MS : FIRST_LOOKS_EVERY_MS;
    this.stopWaiting = this.clock.after(millis, () => void this.look());
  }

  private async look(): Promise<void> {
    const now = readStats(await this.connection.getStats());
    if (this.isStopped) {
      return;
    }
    const before = this.last;
    this.last = now;
    this.seen(before, now);
    this.waitForNext();
  }
}
