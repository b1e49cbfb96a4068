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
