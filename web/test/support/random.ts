/** The seed of this run, or that of a failure to run again: `VITE_SEED=... npm test`. */
export const SEED: number = Number(
  import.meta.env.VITE_SEED ?? Math.floor(Math.random() * 2 ** 31),
);

/** Numbers that follow from the seed alone (mulberry32). */
export class Random {
  private state: number;

  constructor(seed = SEED) {
    this.state = seed;
  }

  /** From 0 to below `below`. */
  int(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  chance(oneIn: number): boolean {
    return this.int(oneIn) === 0;
  }

  one<T>(of: readonly T[]): T {
    return of[this.int(of.length)] as T;
  }
}
