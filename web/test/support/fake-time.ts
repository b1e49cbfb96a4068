import type { Clock } from '../../src/core/time';

interface Task {
  readonly atMs: number;
  readonly run: () => void;
}

/** Time that passes when a test says so. */
export class FakeTime implements Clock {
  private ms = 1_795_000_000_000;
  private tasks: Task[] = [];

  nowMs(): number {
    return this.ms;
  }

  after(millis: number, run: () => void): () => void {
    const task = { atMs: this.ms + millis, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task);
    };
  }

  /** Lets what is under way come to its end, and runs what falls due, in order. */
  async pass(millis: number): Promise<void> {
    const untilMs = this.ms + millis;
    await settled();
    for (let task = this.due(untilMs); task; task = this.due(untilMs)) {
      const next = task;
      this.tasks = this.tasks.filter((other) => other !== next);
      this.ms = Math.max(this.ms, next.atMs);
      next.run();
      await settled();
    }
    this.ms = untilMs;
  }

  get waiting(): number {
    return this.tasks.length;
  }

  private due(untilMs: number): Task | undefined {
    return this.tasks.filter((task) => task.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
  }
}

/** Promises that wait for nothing but each other have come to their end. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
