/** Close codes; see docs/signalling.md. */
export const CLOSED = {
  /** The line is cut: 1006, which a browser also says of a socket that never opened. */
  cut: 1006,
  tooLarge: 1009,
  seatOver: 4001,
  takenOver: 4002,
  notOurs: 4007,
  tooMany: 4008,
} as const;

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 8_000;
/** After what was our own fault. */
const PENITENCE_MS = 5_000;

/** Whether a new socket for the same seat makes sense. A bound: the line is closed with its seat. */
export const reopens = (code: number): boolean =>
  code !== CLOSED.seatOver && code !== CLOSED.takenOver;

/** At once the first time, then with growing pauses. `attempt` counts from 1. */
export function pauseMsBefore(attempt: number, code: number): number {
  const growing =
    attempt <= 1 ? 0 : Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt - 2, 10));
  const own: readonly number[] = [CLOSED.tooLarge, CLOSED.notOurs, CLOSED.tooMany];
  return own.includes(code) ? Math.max(growing, PENITENCE_MS) : growing;
}
