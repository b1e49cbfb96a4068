import type { GroupName } from '../../../core/home/groups';
import type { SituationName } from '../../../core/home/situation';

/** English texts of the first page. */
export const H = {
  heading: 'Your sessions',
  zone: (zone: string) => `Times are in your time zone, ${zone}.`,

  welcome: {
    heading: 'Paid calls, settled by what happened',
    text: [
      'You book an hour with somebody and pay into an escrow that neither side controls.',
      'You meet in a call here, and the service records who was there when.',
      'Whoever kept the appointment gets the money; everybody can check why, and dispute it.',
    ],
    way: 'Sign in with the button at the top to book, to host, or to see your sessions.',
  },

  find: {
    heading: 'Find a host',
    label: 'Address of a host, or a link to their page',
    go: 'Show times',
    wrong:
      'This is neither an address (0x and 40 digits or letters from a to f) nor a link to a host’s page.',
  },

  groups: {
    upcoming: 'Upcoming',
    open: 'To be settled',
    past: 'Past',
  } satisfies Record<GroupName, string>,
  none: {
    upcoming: 'Nothing is booked. Find a host above, or offer times of your own under Schedule.',
    open: 'Nothing waits for anybody.',
    past: 'No session is over yet.',
  } satisfies Record<GroupName, string>,

  role: { host: 'You host', guest: 'You are the guest' },
  with: 'with',

  loading: 'Reading your sessions…',
  notRead: 'Your sessions could not be read.',
  cut: 'You have more sessions than this page can show; the newest are missing.',

  remind: {
    ask: 'Remind me by a notification too',
    granted: 'You are reminded ten minutes before a session, here and by a notification.',
    denied:
      'Notifications are blocked. You are reminded here; allow them beside the page’s address to get both.',
  },
} as const;

/** Where a session stands, in a word and in a sentence that says whose turn it is. */
export const SITUATIONS: Readonly<Record<SituationName, readonly [string, string]>> = {
  ahead: ['Booked', 'Join from five minutes before the start.'],
  running: ['Running now', 'Join the call; time together counts.'],
  being_decided: ['Over', 'The service’s turn: it attests what happened.'],
  refund_claimable: ['Not attested', 'Your turn, or the other’s: claim the refund for the guest.'],
  challengeable: ['Outcome attested', 'Your turn if it is wrong: challenge it'],
  finalizable: ['Ready to be finalized', 'Anybody’s turn: finalizing credits the money.'],
  disputed: ['Disputed', 'The reviewer’s turn to decide'],
  dispute_timed_out: ['Dispute timed out', 'Anybody’s turn: let the attested outcome stand.'],
  finalized: ['Finalized', 'The money is credited; see Money.'],
  cancelled: ['Cancelled', 'It did not take place.'],
  refunded: ['Refunded', 'Nobody attested an outcome; the guest’s money is credited back.'],
};

/** Situations that end at a time worth telling. */
export const UNTIL: Readonly<Partial<Record<SituationName, string>>> = {
  challengeable: 'until',
  disputed: 'until',
};
