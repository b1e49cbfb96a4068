import type { Joined } from '../api/joined';
import type { Result } from '../result';
import type { Effect, Timer } from './effect';

export const SILENCE: Effect = { do: 'wait-no-more', timer: 'heartbeat' };

export const wait = (timer: Timer, millis: number): Effect => ({ do: 'wait', timer, millis });

export const isSameSeat = (a: Joined, b: Joined): boolean => a.connection_id === b.connection_id;

/** The code of a refusal; empty where there is none. */
export const codeOf = (answer: Result<unknown>): string =>
  answer.kind === 'refused' ? answer.code : '';

/** With these the service says that the seat is lost: it is to be taken anew. */
const LOST = ['lease_over', 'connection_not_found'];

/** With these, that it is another device's now, or nobody's. */
const GONE = ['connection_replaced', 'left'];

export const isLost = (code: string): boolean => LOST.includes(code);

export const isGone = (code: string): boolean => GONE.includes(code);

/** Whether the service says that the seat is over, for whatever reason. */
export const isOver = (answer: Result<unknown>): boolean =>
  isLost(codeOf(answer)) || isGone(codeOf(answer));
