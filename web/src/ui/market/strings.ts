import type { SlotStatus } from '../../core/api/market';
import type { RequestStanding } from '../../core/market/groups';
import type { Refusal, Trouble } from '../../core/schedule/slot-terms';

/** Texts that a host's and a guest's page share. */
export const M = {
  loading: 'Reading what is offered…',
  notRead: 'This could not be read.',
  badAddress: 'This is not the address of a host: it begins with 0x and has 40 digits after it.',
  stale: 'The service did not answer the last time. What you see may be old.',
  chainAway: 'The chain does not answer. Nothing was sent. Try again in a moment.',
  zone: (zone: string) => `Times are in ${zone}.`,
  minutes: 'minutes',
  close: 'Close',
  requestLine: (length: string, from: string, to: string) => `${length}, starting ${from} to ${to}`,
  session: (id: number) => `Session ${id}`,

  status: {
    open: 'Open',
    booked: 'Booked',
    cancelled: 'Cancelled',
    settled: 'Over',
  } satisfies Record<SlotStatus, string>,

  request: {
    open: 'Waiting for the host',
    expired: 'Expired',
    cancelled: 'Cancelled',
    accepted: 'Accepted',
  } satisfies Record<RequestStanding, string>,

  conditions: {
    heading: 'Terms of each session',
    duration: 'Length',
    grace: 'May join late by',
    overlap: 'Needed together',
    cutoff: 'Free cancelling ends before the start by',
    override: 'I know, and want these terms all the same',
  },

  refusals: {
    BAD_DURATION: 'A session lasts from 1 to 240 minutes.',
    BAD_GRACE: 'Joining late is allowed by 0 to 240 minutes.',
    BAD_OVERLAP: 'The time needed together is at most the session’s length.',
    BAD_CUTOFF: 'Free cancelling can end at most 10080 minutes, which is 7 days, before the start.',
  } satisfies Record<Refusal, string>,

  troubles: {
    grace_too_short:
      'Less than 5 minutes to join late: one slow train or a lost connection makes a no-show.',
    grace_eats_overlap:
      'Somebody who joins as late as allowed can no longer be there long enough: an allowed late join would end as a no-show.',
    no_overlap_needed:
      'No time together is needed: a session counts as held once both have been seen for a moment.',
    refund_before_no_show:
      'The guest could be refunded before a no-show can no longer be attested: a guest who never came might get the money back.',
  } satisfies Record<Trouble, string>,
} as const;
