/** How well the media arrive: milliseconds to the peer and back, packets lost on the way here. */
export interface Quality {
  readonly roundTripMs: number;
  /** 0 to 100. */
  readonly lossPercent: number;
}

/** Bars of four, as telephones show them. */
export type Bars = 1 | 2 | 3 | 4;

/** Above these it is worse by a bar: round trip in ms, and loss in percent. */
const LIMITS: readonly (readonly [roundTripMs: number, lossPercent: number, bars: Bars])[] = [
  [150, 1, 4],
  [300, 3, 3],
  [500, 8, 2],
];

export function barsOf({ roundTripMs, lossPercent }: Quality): Bars {
  const fits = LIMITS.find(([trip, loss]) => roundTripMs <= trip && lossPercent <= loss);
  return fits?.[2] ?? 1;
}
