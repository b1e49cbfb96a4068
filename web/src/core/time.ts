/** Time, handed in. */
export interface Clock {
  /** Unix milliseconds by this device, which the service's clock may differ from. */
  nowMs(): number;

  /** Runs it once, later; the answer calls it off. */
  after(millis: number, run: () => void): () => void;
}

/** Resolves after so many milliseconds. */
export const pause = (clock: Clock, millis: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(millis, resolve);
  });

/** This device's clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after: (millis, run) => {
    const timer = setTimeout(run, millis);
    return () => clearTimeout(timer);
  },
};
