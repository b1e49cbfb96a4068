import type { Route } from '../../core/app/route';
import type { Theme } from '../../core/app/theme';
import type { Moment } from '../../core/home/next-moment';
import { shortened } from '../format';
import { S } from '../strings';

/** The app's own texts: what is around the pages. */
export const A = {
  nav: {
    label: 'Pages',
    pages: [
      { page: 'home', name: 'Sessions' },
      { page: 'schedule', name: 'Schedule' },
      { page: 'money', name: 'Money' },
      { page: 'review', name: 'Review' },
    ],
  },
  signInFirst: 'Sign in to see this page.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  age: {
    lost: 'No connection to the service. It is being looked for; until it is back, nothing can be done here.',
    since: (age: string, at: string) => `What you see is ${age} old: from ${at}.`,
  },
  reminder: {
    title: 'A session starts soon',
    soon: (time: string) => `A session starts in ${time}.`,
    session: (id: number) => `Session ${id}`,
    join: 'To the call',
  },
  skip: 'Skip to the page',
  theme: {
    label: 'Colours',
    names: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<
      Theme,
      string
    >,
  },
  time: {
    heading: 'Time of the local chain',
    note: 'Moving it moves everybody’s; it never goes back.',
    steps: { 60: '+1 min', 600: '+10 min', 3600: '+1 h', 86400: '+1 day' },
    toNext: (what: string, booking: number, time: string) =>
      `To ${what} of session ${booking} (in ${time})`,
    moments: {
      opens: 'the opening',
      free_cancel_until: 'the end of free cancelling',
      starts: 'the start',
      ends: 'the end',
      refund_claimable_from: 'the refund',
      challenge_until: 'the end of the challenge window',
      finalizable_from: 'the finalizing',
      dispute_times_out: 'the timeout of the dispute',
    } satisfies Record<Moment['kind'], string>,
    moving: 'Moving the time, in steps that the service follows…',
  },
  soon: 'This page is being built.',
} as const;

const TITLES = {
  home: 'Sessions',
  schedule: 'Schedule',
  money: 'Money',
  review: 'Review',
  nowhere: S.notHere,
};

/** What the document of a page is called. */
export const titleOf = (route: Route): string => `${pageName(route)} – ${S.product}`;

function pageName(route: Route): string {
  switch (route.page) {
    case 'session':
      return S.session(route.booking);
    case 'call':
      return `Call ${route.booking}`;
    case 'host':
      return `Host ${shortened(route.address)}`;
    default:
      return TITLES[route.page];
  }
}
