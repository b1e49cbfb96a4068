import { routeOf } from '../core/app/route';
import './style/index.css';
import { followTheme } from './theme';

/** A call and the app are two programs: neither waits for the other's code. */
async function start(root: HTMLElement): Promise<void> {
  const route = routeOf(location.pathname);
  if (route.page === 'call') {
    (await import('./open-call')).openCall(root, route.booking);
  } else {
    (await import('./open-app')).openApp(root);
  }
}

followTheme();

const root = document.getElementById('root');
if (root) {
  void start(root);
}
