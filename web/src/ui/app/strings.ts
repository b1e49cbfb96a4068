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
  soon: 'This page is being built.',
} as const;
