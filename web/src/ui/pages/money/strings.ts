import type { Claim } from '../../../core/money/claims';
import type { CreditKind } from '../../../core/money/credits';
import type { PayoutTarget } from '../../../core/money/payout-target';

/** English texts of the page about money. */
export const M = {
  heading: 'Your money',

  owed: {
    heading: 'Owed to you',
    text: 'The escrow holds this for you until you claim it. Nobody else can.',
    asOf: (block: number) => `As of block ${block}.`,
    nothing: 'Nothing is owed to you now.',
  },
  balance: {
    heading: 'In your account',
    unknown: 'The chain does not say at the moment.',
    reading: 'Asking the chain…',
  },

  claim: {
    open: 'Claim',
    title: 'Claim what you are owed',
    elsewhere: 'Pay it out to another address',
    address: 'Address that gets the money',
    wrong: {
      not_an_address:
        'This is no address, or one of its characters is wrong. Copy it again from where it came.',
      zero: 'Nobody has this address: the money would be lost.',
      contract: 'This is a contract of the system itself: the money would be lost.',
    } satisfies Record<Extract<PayoutTarget, { kind: 'wrong' }>['reason'], string>,
    toYou: (amount: string) => `${amount} goes to your own account.`,
    toOther: (amount: string, to: string) =>
      `${amount} goes to ${to}. That cannot be taken back: check every character.`,
    all: 'Everything owed to you is paid out at once.',
    offline: 'Claiming is off until the service is back.',
    noAccount:
      'To claim, sign out and sign in again: this page does not have your account at hand.',
    paidOut: (amount: string, to: string) => `${amount} was paid out to ${to}.`,
    yourself: 'your account',
    diverted:
      'The stablecoin’s policy would divert this payout to where its receiver cannot reach it. Claim to another address.',
    refused: (why: string) => `The payout would be refused now. ${why}`,
  },

  credits: {
    heading: 'Where it came from',
    none: 'No session has paid you yet. What a session pays is shown here once it is finalized, refunded or cancelled.',
    more: 'Look further back',
    beside: (amount: string) =>
      `${amount} of what is owed came from elsewhere: a request that you took back, or an older session.`,
    session: (id: number) => `Session ${id}`,
  },

  loading: 'Reading what you are owed…',
  notRead: 'What you are owed could not be read.',
} as const;

/** What credited the money. */
export const CREDITED: Readonly<Record<CreditKind, string>> = {
  finalized: 'Finalized',
  cancelled: 'Cancelled',
  refunded: 'Refunded: nobody attested an outcome',
  bond: 'Bond of the dispute',
};

/** What has become of it; a session is settled once nothing of it waits. */
export const CLAIMED: Readonly<Record<Claim['state'], string>> = {
  claimed: 'Claimed: settled',
  unclaimed: 'Not claimed yet',
  nothing: 'Nothing for you: settled',
};
