import { expect, test } from 'vitest';
import { keepTheme, keptTheme } from '../../src/core/app/theme';

const storageWith = (known: Map<string, string>) => ({
  getItem: (name: string) => known.get(name) ?? null,
  setItem: (name: string, value: string) => void known.set(name, value),
  removeItem: (name: string) => void known.delete(name),
});

test('a chosen theme is kept; the system’s needs no keeping', () => {
  const known = new Map<string, string>();
  const storage = storageWith(known);
  expect(keptTheme(storage)).toBe('system');
  keepTheme(storage, 'dark');
  expect(keptTheme(storage)).toBe('dark');
  keepTheme(storage, 'system');
  expect(known.size).toBe(0);
});

test('what is no theme is taken for none', () => {
  expect(keptTheme(storageWith(new Map([['theme', 'pink']])))).toBe('system');
});
