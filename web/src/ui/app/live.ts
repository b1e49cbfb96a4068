import { createContext, useContext, useEffect, useRef } from 'react';
import type { Live, LiveFilter, LiveState } from '../../core/live/live';
import { useObservable } from '../hooks';

const LiveContext = createContext<Live | undefined>(undefined);

export const LiveProvider = LiveContext.Provider;

function useLines(): Live {
  const live = useContext(LiveContext);
  if (!live) {
    throw new Error('outside of the app');
  }
  return live;
}

/**
 * Reads at once, and again whenever the chain may have something new about this wallet or booking:
 * as soon as its events are heard, after each of them, and once a lost connection is back.
 */
export function useLive({ party, booking }: LiveFilter, reload: () => void): void {
  const live = useLines();
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    latest.current();
    const filter = { ...(party && { party }), ...(booking && { booking }) };
    return live.watch(filter, () => latest.current());
  }, [live, party, booking]);
}

/** Whether what is shown is the newest. */
export const useLiveState = (): LiveState => useObservable(useLines());

/** Whether actions may be offered: what they would be decided on is the newest. */
export const useFresh = (): boolean => useLiveState().isLive;

/** Lets the lines know what the browser tells of its network and of the page. */
export function followBrowser(live: Live): void {
  addEventListener('online', () => live.setOnline(true));
  addEventListener('offline', () => live.setOnline(false));
  document.addEventListener('visibilitychange', () =>
    live.setShown(document.visibilityState === 'visible'),
  );
}
