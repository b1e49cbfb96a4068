import { type RefObject, useEffect, useRef } from 'react';
import { pathOf, type Route } from '../../core/app/route';
import { titleOf } from './strings';

/**
 * Names the document after the page, and moves the focus into it when it is another: who cannot see
 * that the page has changed hears it. The first page leaves the focus where the browser has it.
 */
export function useArrival(route: Route): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const place = route.page === 'nowhere' ? '' : pathOf(route);
  const before = useRef(place);
  const title = titleOf(route);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (before.current !== place) {
      before.current = place;
      main.current?.focus({ preventScroll: true });
    }
  }, [place]);
  return main;
}
