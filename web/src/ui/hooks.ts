import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Observable } from '../core/observable';

/** The state of something that tells when it changes. */
export const useObservable = <S extends object>(of: Observable<S>): S =>
  useSyncExternalStore(of.subscribe, () => of.state);

/** Asked again every so often. */
export function useEvery<T>(millis: number, read: () => T): T {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), millis);
    return () => clearInterval(timer);
  }, [millis]);
  return read();
}

/** Moves the focus here when it appears, so that a new step is read from its heading. */
export function useFocusOnArrival<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return ref;
}

/** Single letters, while no one types and no dialog is open. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (act && !isForSomethingElse(event)) {
        act();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isForSomethingElse(event: KeyboardEvent): boolean {
  const { target } = event;
  const takesLetters =
    target instanceof HTMLElement && target.closest('input, select, textarea, dialog') !== null;
  return takesLetters || event.repeat || event.ctrlKey || event.metaKey || event.altKey;
}
