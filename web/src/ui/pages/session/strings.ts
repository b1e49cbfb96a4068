import type { BookingStatus } from '../../../core/api/chain-booking';
import type { Role } from '../../../core/api/joined';
import type { ActionKind } from '../../../core/session/actions';
import type { DeadlineKind, StepName } from '../../../core/session/steps';

export const ROLE = { host: 'Host', guest: 'Guest' } satisfies Record<Role, string>;

/** English texts of a session's page. */
export const T = {
  heading: (id: string) => `Session ${id}`,
  title: (id: string) => `Session ${id} – Session Settlement`,
  zone: (zone: string) => `Times are in your time zone, ${zone}.`,
  you: '(you)',
  when: 'Starts',
  amount: 'Paid by the guest',
  loading: 'Reading the session from the chain…',
  tryAgain: 'Try again',
  notRead: 'The session could not be read.',
  stale: (at: string) =>
    `The service does not answer. This is how things stood at ${at}; nothing can be done until it is back.`,
  records:
    'Who was there, why it came out so, and what was said is shown to host and guest alone, and to the reviewer while it is disputed.',
  signIn: 'Sign in as host or guest to see more and to act.',

  status: {
    None: ['No such session', ''],
    Booked: ['Booked', 'The guest has paid; the money lies in the escrow.'],
    Cancelled: ['Cancelled', 'The session does not take place.'],
    Attested: ['Outcome attested', 'It can be challenged before the money is credited.'],
    Disputed: ['Disputed', 'The reviewer decides. Until then the money stays in the escrow.'],
    Resolved: ['Dispute over', 'The outcome is final. The money is credited by finalizing.'],
    Finalized: ['Finalized', 'The money is credited: whoever is owed it withdraws it under Money.'],
  } satisfies Record<BookingStatus, readonly [string, string]>,
  refunded: ['Refunded', 'Nobody attested an outcome; the guest got everything back.'],
  refundable: 'Nobody attested an outcome in time. Host or guest can have the guest refunded now.',
  running: 'The session is running.',
  beingDecided: 'The session is over. Its outcome is attested soon.',
  challengeOver: 'The time to challenge is over. Anybody can finalize: that credits the money.',

  outcome: {
    None: 'No outcome yet',
    Completed: 'Held: the host is paid',
    NoShowHost: 'No-show of the host: the guest is refunded',
    NoShowGuest: 'No-show of the guest: the host is paid',
    CancelledByHost: 'Cancelled by the host',
    CancelledByGuest: 'Cancelled by the guest',
  } as Readonly<Record<string, string>>,

  deadlines: {
    heading: 'What is next',
    in: (time: string) => `in ${time}`,
    kinds: {
      free_cancel_until: 'The guest cancels for free until',
      starts: 'The session starts',
      ends: 'The session ends',
      refund_claimable_from: 'If nobody attests an outcome, the refund can be claimed from',
      challenge_until: 'Host and guest can challenge until',
      finalizable_from: 'It can be finalized from',
      dispute_times_out: 'Unless reviewed before, the attested outcome stands from',
    } satisfies Record<DeadlineKind, string>,
  },

  steps: {
    heading: 'What happened',
    names: {
      Booked: 'Booked',
      Cancelled: 'Cancelled',
      Attested: 'Outcome attested',
      Disputed: 'Challenged',
      Resolved: 'Dispute resolved',
      Finalized: 'Finalized',
      Refunded: 'Refunded without an outcome',
    } satisfies Record<StepName, string>,
    ahead: 'not yet',
    aheadFrom: 'not yet; from',
    transaction: 'Transaction',
    credited: (host: string, guest: string, fee: string) =>
      `Credited: host ${host}, guest ${guest}, fee ${fee}.`,
  },

  presence: {
    heading: 'Who was there',
    none: 'Nothing is known yet: presence is shown once the session was looked at.',
    picture: 'Presence of host and guest over the time of the session',
    together: 'Together',
    unwatched: 'Not watched',
    grace: (at: string) => `A late join is allowed until ${at} (the dashed line).`,
    was: (name: string, total: string, from: string) =>
      `${name}: there for ${total}, first at ${from}.`,
    never: (name: string) => `${name}: not there at all.`,
    sum: (have: string, need: string) => `Together for ${have}; ${need} are needed.`,
    enough: (at: string) => `That is enough, from ${at} on (the thick line).`,
    short: 'That is not enough.',
    gap: (from: string, until: string) => `The service was not watching from ${from} to ${until}.`,
    known: (at: string) => `Known up to ${at}.`,
  },

  media: {
    heading: 'What the clients said of their media',
    hint: 'It decides nothing by itself; a client can say what it likes.',
    report: (at: string, who: string, isConnected: boolean, sent: number, received: number) =>
      `${at} ${who}: ${isConnected ? 'connected' : 'not connected'}, ${sent} bytes sent, ${received} received`,
  },

  explained: {
    heading: 'Why it is so',
    next: 'Next:',
    charges: (host: string, guest: string) =>
      `Missing while the other was there: host ${host}, guest ${guest}.`,
  },

  metrics: {
    heading: 'The record behind the outcome',
    right: 'Checked in this browser: the record is the one that the chain committed to.',
    wrong:
      'The record is not what the chain committed to. Challenge the outcome if it is not right.',
    hash: (ok: boolean) =>
      ok ? 'Its hash is the one on chain.' : 'Its hash is not the one on chain.',
    about: (ok: boolean) =>
      ok ? 'It is about this session.' : 'It is about another session, or cannot be read.',
    outcome: (ok: boolean) =>
      ok ? 'Its outcome is the attested one.' : 'Its outcome is not the attested one.',
    forced: (operator: string, reason: string) =>
      `An operator (${operator}) forced the outcome. The reason: ${reason}`,
    onChain: 'On chain',
    computed: 'Computed here',
    missing: 'The service does not have it: somebody else may have attested the outcome.',
  },

  statements: {
    heading: 'What host and guest say',
    none: 'Nobody has said anything.',
    erased: 'The words were erased.',
    label: 'What happened?',
    hint: 'The other party and the reviewer read it. It cannot be changed; you may speak up to three times, while the outcome can be reviewed.',
    send: 'Send',
    sent: 'Sent.',
    problems: {
      bad_statement: 'This text cannot be kept: 1 to 4,000 characters.',
      statements_closed:
        'Statements are taken once an outcome is attested, and while it can be reviewed.',
      too_many_statements: 'You have spoken three times; more is not taken.',
    } as Readonly<Record<string, string>>,
    left: (n: number) => `${n} characters left`,
  },

  terms: {
    heading: 'What was agreed',
    when: (length: string, from: string) => `${length}, from ${from}.`,
    together: (need: string) => `Host and guest are there together for at least ${need}.`,
    late: (grace: string) => `Joining up to ${grace} late is allowed.`,
    noShow:
      'Who is missing longer while the other is there has not kept the appointment: a missing host is not paid, a missing guest is not refunded.',
    cancel: (until: string, penalty: string, share: string, fee: string) =>
      `The guest cancels for free until ${until}. Later it costs ${penalty} (${share}%), of which ${fee} are the fee and the host gets the rest.`,
    hostCancels: 'If the host cancels, the guest gets everything back.',
    fee: (fee: string, share: string) =>
      `The fee is ${fee} (${share}%), taken from what the host gets.`,
    challenge: (window: string, bond: string) =>
      `An outcome can be challenged for ${window}, with a bond of ${bond}.`,
    noChallenge: 'An outcome cannot be challenged.',
    dispute: (timeout: string) =>
      `A dispute that is not reviewed within ${timeout} leaves the outcome as it was attested.`,
    refund: (at: string) =>
      `If nobody attests an outcome, the guest can be refunded in full from ${at}.`,
  },

  calendar: {
    file: 'Calendar file',
    name: (id: string) => `session-${id}.ics`,
    summary: (id: string) => `Session ${id}`,
    description: (host: string, call: string, length: string) =>
      `${length} with host ${host}.\nJoin: ${call}`,
  },

  actions: {
    heading: 'What you can do',
    nothing: 'There is nothing for you to do now.',
    opening: 'One moment…',
    chainAway: 'The chain does not answer. Nothing was done. Try again in a moment.',
    from: 'From',
    in: (left: string) => `(in ${left})`,
    until: (left: string) => `${left} left`,
    notOurs: 'This session is in another escrow than this service’s own: act on it from a wallet.',
    names: {
      join: 'Join the call',
      cancel_as_guest: 'Cancel the session',
      cancel_as_host: 'Cancel the session',
      challenge: 'Challenge the outcome',
      state: 'Say what happened',
      claim_if_unattested: 'Have the guest refunded',
      finalize: 'Finalize',
      finalize_dispute: 'End the dispute by its timeout',
      resolve: 'Resolve the dispute',
    } satisfies Record<ActionKind, string>,
  },

  shares: {
    caption: 'Who is credited with what',
    host: 'Host',
    guest: 'Guest',
    treasury: 'Fee',
  },

  consequences: {
    cancelFree: 'You get everything back, and the slot is open again for others.',
    cancelLate: (penalty: string) =>
      `The time to cancel for free is over. It costs you ${penalty}; the rest comes back to you.`,
    cancelAsHost: 'The guest gets everything back. You get nothing, and the slot is gone.',
    challengeBond: (bond: string) => `You pay a bond of ${bond} now, and the reviewer decides.`,
    challengeIf: 'What comes of it',
    changed: (outcome: string, bondTo: string) => `${outcome}. The bond goes to ${bondTo}.`,
    timeout: (timeout: string) =>
      `If the reviewer does not decide within ${timeout}, the attested outcome stands and the bond goes to the other party.`,
    claim: 'Nobody attested an outcome. The guest gets everything back and the session is closed.',
    finalize: 'The outcome is final. This credits the money; each side then withdraws its own.',
    finalizeDispute: (outcome: string, bondTo: string) =>
      `The reviewer did not decide in time. The attested outcome stands (${outcome}), and the bond goes to ${bondTo}. Finalizing then credits the money.`,
    toWhom: { host: 'the host', guest: 'the guest' } satisfies Record<Role, string>,
    toYou: 'you',
    withdraw: 'What is credited is withdrawn under Money.',
  },
} as const;

export const outcomeText = (outcome: string): string => T.outcome[outcome] ?? outcome;
