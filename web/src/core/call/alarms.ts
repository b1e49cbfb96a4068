import type { Clock } from '../time';
import type { Timer } from './effect';

/** A call's timers: one of a kind at a time. */
export class Alarms {
  private readonly running = new Map<Timer, () => void>();

  constructor(
    private readonly clock: Clock,
    private readonly ring: (timer: Timer) => void,
  ) {}

  start(timer: Timer, millis: number): void {
    this.stop(timer);
    const stop = this.clock.after(millis, () => {
      this.running.delete(timer);
      this.ring(timer);
    });
    this.running.set(timer, stop);
  }

  stop(timer: Timer): void {
    this.running.get(timer)?.();
    this.running.delete(timer);
  }
}
