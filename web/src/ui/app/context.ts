import { createContext, useContext } from 'react';
import type { App, AppState } from '../../core/app/app';
import { useObservable } from '../hooks';

const AppContext = createContext<App | undefined>(undefined);

export const AppProvider = AppContext.Provider;

/** The app that this page is in. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) {
    throw new Error('outside of the app');
  }
  return app;
}

/** Who is here, followed as it changes. */
export const useAppState = (): AppState => useObservable(useApp());
