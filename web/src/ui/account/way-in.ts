import type { Account } from '../../core/account/account';
import type { About } from '../../core/api/about';

/** How a way in is taken: accounts have to be opened first. */
export interface WayIn {
  readonly about: About;
  readonly isBusy: boolean;
  readonly enter: (open: () => Promise<Account>) => void;
}

/** Loaded when an account is opened: whoever only looks around never needs it. */
export const accounts = () => import('./accounts');
