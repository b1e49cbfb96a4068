/**
 * How long to wait before trying again.
 *
 * @param failures in a row; none means at once
 * @param firstMs after the first; doubles each time
 * @param mostMs no pause is longer
 */
export const growingPauseMs = (failures: number, firstMs: number, mostMs: number): number =>
  failures === 0 ? 0 : Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20));
