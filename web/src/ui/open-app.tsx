import { createRoot } from 'react-dom/client';
import { Exchange } from '../core/api/exchange';
import { fetchTransport } from '../core/api/fetch-transport';
import { App } from '../core/app/app';
import { keep, takeKept } from '../core/app/kept';
import { browserStream } from '../core/live/event-stream';
import { Live } from '../core/live/live';
import { systemClock } from '../core/time';
import { accounts } from './account/way-in';
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
    reopen: async (kept, about) => (await accounts()).reopen(kept, about),
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
  followPage(app);
  void app.load(takeKept(sessionStorage));
}

/** The sign-in goes from page to page; one that a browser froze and brings back begins anew. */
function followPage(app: App): void {
  addEventListener('pagehide', () => keep(sessionStorage, app.kept));
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
}
