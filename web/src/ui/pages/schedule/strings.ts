import type { AcceptanceProblem } from '../../../core/market/acceptance';
import type { RangeProblem } from '../../../core/schedule/weekly';

/** English texts of a host's schedule. */
export const T = {
  title: 'Schedule – Session Settlement',
  heading: 'Schedule',
  link: 'Your page for guests',
  copy: 'Copy link',
  copied: 'Copied.',
  notCopied: 'The link could not be copied. Open the page and copy its address.',

  accepting: {
    heading: 'Bookings',
    label: 'Accepting bookings',
    on: 'On',
    off: 'Off',
    onText: 'Guests see your open times and can book them and request others.',
    offText: 'Guests are told that you take no bookings, and are offered none.',
    remaining: (n: number) =>
      n === 1
        ? 'One time is still open on the chain and can be booked there until you cancel it:'
        : `${n} times are still open on the chain and can be booked there until you cancel them:`,
    cancelAll: (n: number) => (n === 1 ? 'Cancel this time' : `Cancel all ${n}`),
    none: 'No time is open on the chain: nobody can book you.',
    notSaved: 'This was not saved.',
  },

  price: {
    heading: 'Your price',
    label: (symbol: string) => `Price of a session, in ${symbol}`,
    now: (price: string) => `New times cost ${price} now.`,
    none: 'You have no price yet. Times can be made once you have set one.',
    set: 'Set price',
    title: 'Set your price',
    consequence: (price: string) =>
      `Times made from now on cost ${price}. Those that exist keep their price.`,
    bad: 'This is not a price. Write it like 20 or 12.50.',
  },

  week: {
    heading: 'Weekly availability',
    name: 'Name that guests see',
    zone: 'Your time zone',
    badZone: 'This time zone is not known. Choose one of the list, as Europe/Berlin.',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    none: 'Not available',
    from: 'From',
    to: 'To',
    fromOf: (day: string) => `${day}, from`,
    toOf: (day: string) => `${day}, to`,
    add: 'Add',
    addTo: (day: string) => `Add a time on ${day}`,
    remove: 'Remove',
    removeFrom: (day: string, from: string, to: string) => `Remove ${day}, ${from} to ${to}`,
    problems: {
      incomplete: 'Both times are needed.',
      ends_before_it_starts: 'It ends before it starts. An end at midnight is 00:00.',
      overlaps: 'It overlaps with another time of this day.',
    } satisfies Record<RangeProblem, string>,
    save: 'Save',
    saved: 'Saved.',
    saving: 'Saving…',
    notSaved: (why: string) => `Not saved. ${why}`,
  },

  make: {
    heading: 'Make times',
    text: 'Your week becomes times that guests can book. Nothing is on the chain before you sign.',
    from: 'From',
    weeks: 'For',
    weeksOf: (n: number) => (n === 1 ? 'one week' : `${n} weeks`),
    breakMins: 'Break between sessions',
    preview: (n: number) => (n === 1 ? 'One new time' : `${n} new times`),
    none: 'Nothing new: your week has no times in these days, or they exist already.',
    notAllowed: 'First mend what is marked in your week and its terms.',
    noPrice: 'Set your price first.',
    create: (n: number) => (n === 1 ? 'Make one time' : `Make ${n || 'these'} times`),
    title: 'Make these times',
    consequence: (n: number, price: string) =>
      `${n === 1 ? 'One time is' : `${n} times are`} made, at ${price} each. Whoever books one pays into the escrow at once.`,
  },

  calendar: {
    heading: 'Calendar',
    previous: 'Earlier week',
    next: 'Later week',
    today: 'This week',
    empty: 'No times in this week.',
    select: (when: string) => `Select ${when}`,
    selectAll: 'Select all open',
    cancel: (n: number) => (n === 1 ? 'Cancel one time' : `Cancel ${n} times`),
    cancelNone: 'Cancel selected',
    title: 'Cancel open times',
    consequence: (n: number) =>
      n === 1
        ? 'This time can no longer be booked. Nobody has paid for it.'
        : `These ${n} times can no longer be booked. Nobody has paid for them.`,
    race: 'Should somebody book one of them first, the chain refuses the whole transaction and nothing is cancelled.',
  },

  requests: {
    heading: 'Requests from guests',
    none: 'No requests are waiting.',
    from: (guest: string) => `From ${guest}`,
    toAny: 'To any host',
    asked: (amount: string, what: string) => `The guest offers ${amount} for ${what}.`,
    expiry: (at: string) => `Open until ${at}`,
    belowPrice:
      'The offer is below your price: the contract lets you accept it only at a lower one.',
    accept: 'Accept',
    title: 'Accept a request',
    start: 'Start',
    goOn: 'Go on',
    back: 'Back',
    problems: {
      no_time: 'Choose a start that exists in your time zone.',
      outside_window: 'The guest asked for another time. Stay between the two moments.',
      too_soon: 'The start must be a few minutes from now.',
      taken: 'You have another time then. Cancel it first, or choose another start.',
    } satisfies Record<AcceptanceProblem, string>,
    consequence: (start: string, amount: string) =>
      `This makes a booking that starts ${start}. The guest has paid ${amount} already; it stays in the escrow until the session is settled.`,
  },
} as const;
