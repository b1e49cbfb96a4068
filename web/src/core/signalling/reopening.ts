import { growingPauseMs } from '../growing-pause';

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

/** Before the second attempt in a row; doubles each time. */
const FIRST_PAUSE_MS = 250;
/** No pause is longer: the peer takes one who is away for longer for gone. */
const MAX_PAUSE_MS = 5_000;
/** After what was our own fault. */
const PENITENCE_MS = 2_000;

/** Whether a new socket for the same seat makes sense. A bound: the line is closed with its seat. */
export const reopens = (code: number): boolean =>
  code !== CLOSED.seatOver && code !== CLOSED.takenOver;

/** `failures`: sockets in a row that did not last until a heartbeat was taken. */
export function pauseMsBefore(failures: number, code: number): number {
  const growing = growingPauseMs(failures, FIRST_PAUSE_MS, MAX_PAUSE_MS);
  const own: readonly number[] = [CLOSED.tooLarge, CLOSED.notOurs, CLOSED.tooMany];
  return own.includes(code) ? Math.max(growing, PENITENCE_MS) : growing;
}
