import type { Clock } from './time';

/** To the side that rings: `millis` from now, or not at all. */
export interface AlarmOrder {
  readonly id: number;
  readonly millis?: number;
}

/** The page's end of the line to that side. */
export interface AlarmPort {
  postMessage(order: AlarmOrder): void;
  onmessage: ((event: MessageEvent<number>) => void) | null;
}

/**
 * A clock whose alarms ring elsewhere, in a worker: browsers let a hidden page's own timers ring
 * once a minute at most, and a heartbeat that late costs the seat.
 */
export class AlarmClock implements Clock {
  private readonly waiting = new Map<number, () => void>();
  private made = 0;

  constructor(
    private readonly port: AlarmPort,
    readonly nowMs: () => number,
  ) {
    port.onmessage = ({ data }) => this.ring(data);
  }

  after(millis: number, run: () => void): () => void {
    this.made += 1;
    const id = this.made;
    this.waiting.set(id, run);
    this.port.postMessage({ id, millis });
    return () => {
      if (this.waiting.delete(id)) {
        this.port.postMessage({ id });
      }
    };
  }

  /** One that was called off after it rang but before it was heard is not heard. */
  private ring(id: number): void {
    const run = this.waiting.get(id);
    this.waiting.delete(id);
    run?.();
  }
}
