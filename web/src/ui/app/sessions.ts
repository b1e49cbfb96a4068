import type { App } from '../../core/app/app';
import { Sessions } from '../../core/home/sessions';
import { useApp } from './context';
import { useLive } from './live';

const opened = new WeakMap<App, Map<string, Sessions>>();

/** A wallet's sessions: one list for all who look, read again when the chain has something new. */
export function useSessions(wallet: string): Sessions {
  const app = useApp();
  const sessions = sessionsOf(app, wallet);
  useLive({ party: wallet }, () => void sessions.reload());
  return sessions;
}

function sessionsOf(app: App, wallet: string): Sessions {
  const ofApp = opened.get(app) ?? new Map<string, Sessions>();
  opened.set(app, ofApp);
  const known = ofApp.get(wallet) ?? new Sessions(wallet, app);
  ofApp.set(wallet, known);
  return known;
}
