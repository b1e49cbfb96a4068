import { keepTheme, keptTheme, type Theme } from '../core/app/theme';

const CHANGED = 'theme-changed';

const subscribe = (listener: () => void) => {
  addEventListener(CHANGED, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener('storage', listener);
  };
};

/** The theme that this browser keeps, also as another tab changes it. */
export const themes = {
  subscribe,
  now: (): Theme => keptTheme(localStorage),
  choose(theme: Theme): void {
    keepTheme(localStorage, theme);
    dispatchEvent(new Event(CHANGED));
  },
};

/** Draws the document in it from now on, before anything is drawn. */
export function followTheme(): void {
  const apply = () => {
    document.documentElement.dataset.theme = themes.now();
  };
  apply();
  subscribe(apply);
}
