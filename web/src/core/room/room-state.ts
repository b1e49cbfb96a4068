import type { About } from '../api/about';
import type { Booking } from '../api/booking';
import type { Role } from '../api/joined';
import type { Standing } from '../api/standing';
import type { Call } from '../call/call';
import type { Result } from '../result';

/** Where a party is on a session's page. */
export interface RoomState {
  readonly step: 'loading' | 'failed' | 'sign-in' | 'devices' | 'call';
  /** The service's code, or one of ours, of what last went wrong; empty where nothing did. */
  readonly problem: string;
  readonly isBusy: boolean;
  readonly relayOnly: boolean;
  readonly about?: About;
  readonly booking?: Booking;
  readonly wallet?: string;
  readonly role?: Role;
  readonly call?: Call;
  readonly standing?: Standing;
}

export const NEW_ROOM: RoomState = {
  step: 'loading',
  problem: '',
  isBusy: false,
  relayOnly: false,
};

export const codeOf = (result: Result<unknown>): string =>
  result.kind === 'refused' ? result.code : result.kind === 'ok' ? '' : 'unreachable';
