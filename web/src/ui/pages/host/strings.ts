import type { WishProblem } from '../../../core/market/request-form';

/** English texts of a host's page as guests see it. */
export const H = {
  title: (name: string) => `${name} – Session Settlement`,
  host: 'Host',
  price: (money: string) => `${money} a session`,
  noPrice: 'No price is set yet.',
  notAccepting: 'Not accepting bookings',
  notAcceptingText: 'This host takes no bookings at the moment. Come back later, or ask them.',
  accepting: 'Accepting bookings',
  own: 'This is your page, as guests see it.',
  toSchedule: 'Edit your schedule',
  signIn: 'Sign in to book or to request a time.',

  times: {
    heading: 'Open times',
    none: 'No times are open.',
    noneAsk: 'No times are open. You can request one below.',
    minutes: (n: number) => `${n} min`,
    bookOn: (day: string) => `Book ${day},`,
  },

  book: {
    title: 'Book this time',
    when: (start: string, length: string) => `${start}, ${length}.`,
    agree: 'What you agree to',
    change: 'The terms are those of the moment at which the chain confirms your booking.',
    opening: 'One moment…',
    booked: 'Booked. Opening the session…',
  },

  promises: {
    pay: (price: string) =>
      `You pay ${price} now. It lies in the escrow, not with the host, until it is known how the session went.`,
    held: (need: string) =>
      `The session counts as held once you both have been there together for ${need}.`,
    heldAtOnce: 'The session counts as held once you both have been there.',
    hostPaid: (fee: string, share: string) =>
      `The host is then paid, less a fee of ${fee} (${share}%).`,
    grace: (grace: string) => `You may join up to ${grace} late.`,
    noGrace: 'No late join is allowed.',
    youMissing:
      'If you do not come, or are missing so long that the time together is no longer possible, the host is paid and you get nothing back.',
    sameForHost: 'The same holds for the host.',
    hostMissing: 'If the host is the one who is missing, you get everything back.',
    freeUntil: (until: string, penalty: string, share: string) =>
      `You cancel for free until ${until}. Later, until the start, it costs ${penalty} (${share}%) and you get the rest back.`,
    noLongerFree: (penalty: string, share: string) =>
      `The time for cancelling free of charge is over: until the start, cancelling costs ${penalty} (${share}%) and you get the rest back.`,
    alwaysFree: (until: string) => `You cancel for free until the start, ${until}.`,
    hostCancels: 'If the host cancels, you get everything back.',
    challenge: (window: string, bond: string) =>
      `An outcome that you find wrong can be challenged for ${window}, with a bond of ${bond}, which you lose if the outcome stays.`,
    noChallenge: 'An outcome cannot be challenged.',
    unattested: (at: string) =>
      `If no outcome is put on the chain, you can have everything refunded from ${at}, without asking anybody.`,
    refunds: 'What comes back to you is credited in the escrow; you claim it on the Money page.',
  },

  request: {
    heading: 'Request another time',
    text: 'You offer a price for a time between two moments. The money goes into the escrow with the request; it comes back when you cancel it before the host accepts.',
    rules:
      'The host chooses the start within your times, and the terms: how late one may join, how long you must be there together, and until when you cancel for free. Our apps propose at least 5 minutes for joining late and warn the host of terms that invite trouble; the contract itself lets the host choose others. Accepting makes it a booking at once.',
    earliest: 'Earliest start',
    latest: 'Latest start',
    duration: 'Length',
    amount: (symbol: string) => `Your offer, in ${symbol}`,
    least: (price: string) => `At least ${price}, the host’s price.`,
    send: 'Request this time',
    title: 'Request a time',
    confirm: (from: string, to: string, length: string) =>
      `You ask for ${length}, starting between ${from} and ${to}.`,
    expiry:
      'The request ends at the latest start. Its money is then claimed back by cancelling it.',
    problems: {
      no_time:
        'Choose both moments. One that clocks skip, or a date that does not exist, cannot be taken.',
      too_soon: 'The earliest start must be a few minutes from now.',
      turned_round: 'The latest start is before the earliest.',
      bad_duration: 'A session lasts from 1 to 240 minutes.',
      bad_amount: 'This is not an amount. Write it like 20 or 12.50.',
      below_price: 'Your offer is below the host’s price.',
    } satisfies Record<WishProblem, string>,
  },

  mine: {
    heading: 'Your requests to this host',
    line: (from: string, to: string, length: string) => `${length}, starting ${from} to ${to}`,
    cancel: 'Cancel request',
    cancelText: (amount: string) =>
      `Your ${amount} are credited to you in the escrow; you claim them on the Money page.`,
    expired: 'Nobody accepted it in time. Cancel it to have its money back.',
  },
} as const;
