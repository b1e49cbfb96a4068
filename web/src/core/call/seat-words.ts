import type { Joined } from '../api/joined';
import type { Result } from '../result';
import type { Effect, Timer } from './effect';

export const SILENCE: Effect = { do: 'wait-no-more', timer: 'heartbeat' };

export const wait = (timer: Timer, millis: number): Effect => ({ do: 'wait', timer, millis });

export const isSameSeat = (a: Joined, b: Joined): boolean => a.connection_id === b.connection_id;

/** The code of a refusal; empty where there is none. */
export const codeOf = (answer: Result<unknown>): string =>
  answer.kind === 'refused' ? answer.code : '';

const LOST = ['lease_over', 'connection_replaced', 'left', 'connection_not_found'];

/** Whether the service says that the seat is over. */
export const isLost = (answer: Result<unknown>): boolean => LOST.includes(codeOf(answer));
