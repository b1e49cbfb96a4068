import { lazy, Suspense } from 'react';
import type { Route } from '../../core/app/route';
import { useAppState } from './context';
import { ThemeChoice } from './ThemeChoice';

/** Installations on a real chain never load it. */
const TimePanel = lazy(() => import('./TimePanel'));

/** Under every page. */
export function Footer({ route }: { route: Route }) {
  const { about, wallet } = useAppState();
  return (
    <footer>
      {about?.is_local && (
        <Suspense fallback={null}>
          <TimePanel
            wallet={wallet}
            booking={route.page === 'session' ? route.booking : undefined}
          />
        </Suspense>
      )}
      <ThemeChoice />
    </footer>
  );
}
