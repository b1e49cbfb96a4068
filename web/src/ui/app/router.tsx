import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';
import { pathOf, type Route, routeOf } from '../../core/app/route';

type Somewhere = Exclude<Route, { page: 'nowhere' }>;

const MOVED = 'popstate';

const subscribe = (listener: () => void) => {
  addEventListener(MOVED, listener);
  return () => removeEventListener(MOVED, listener);
};

/** Where the page is. */
export const useRoute = (): Route =>
  routeOf(useSyncExternalStore(subscribe, () => location.pathname));

/** Goes there without loading a new page; a call has a page of its own. */
export function go(to: Somewhere): void {
  if (to.page === 'call') {
    location.assign(pathOf(to));
    return;
  }
  history.pushState(null, '', pathOf(to));
  dispatchEvent(new PopStateEvent(MOVED));
  scrollTo(0, 0);
}

interface LinkProps {
  readonly to: Somewhere;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
}

/** A link inside the app: opens in place, and elsewhere where its user asks for that. */
export function Link({ to, children, className, isCurrent }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      go(to);
    }
  };
  return (
    <a
      href={pathOf(to)}
      onClick={follow}
      {...(className && { className })}
      {...(isCurrent && { 'aria-current': 'page' as const })}
    >
      {children}
    </a>
  );
}
