/** As the system has it, or as somebody chose. */
export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const NAME = 'theme';

/** Anything that is no theme is as if nobody had chosen. */
export const keptTheme = (storage: Pick<Storage, 'getItem'>): Theme =>
  THEMES.find((theme) => theme === storage.getItem(NAME)) ?? 'system';

export function keepTheme(storage: Pick<Storage, 'setItem' | 'removeItem'>, theme: Theme): void {
  if (theme === 'system') {
    storage.removeItem(NAME);
  } else {
    storage.setItem(NAME, theme);
  }
}
