import { createRoot } from 'react-dom/client';
import { Exchange } from '../core/api/exchange';
import { fetchTransport } from '../core/api/fetch-transport';
import { App } from '../core/app/app';
import { browserStream } from '../core/live/event-stream';
import { Live } from '../core/live/live';
import { systemClock } from '../core/time';
import { AppFrame } from './app/AppFrame';
import { AppProvider } from './app/context';
import { followBrowser, LiveProvider } from './app/live';
import { signInDomain } from './sign-in-domain';

/** The app in this element, with all that a browser gives. */
export function openApp(root: HTMLElement): void {
  const app = new App({
    domain: signInDomain(),
    exchange: new Exchange(fetchTransport, systemClock),
    clock: systemClock,
  });
  const live = new Live(browserStream, systemClock);
  followBrowser(live);
  createRoot(root).render(
    <AppProvider value={app}>
      <LiveProvider value={live}>
        <AppFrame />
      </LiveProvider>
    </AppProvider>,
  );
  void app.load(undefined);
}
