import { roleOf } from '../api/booking';
import type { ChainBooking } from '../api/chain-booking';
import { fromJson, Malformed, object, oneOf, optional, text, whole } from '../parse';

const party = object({ address: text });

/** What the check needs of session-metrics/1 and session-override/1. */
const payload = object({
  schema: oneOf('session-metrics/1', 'session-override/1'),
  chainId: whole,
  escrow: text,
  bookingId: text,
  slot: object({
    startTime: whole,
    durationMins: whole,
    graceMins: whole,
    minOverlapMins: whole,
  }),
  host: party,
  guest: party,
  outcome: text,
  operator: optional(text),
  reason: optional(text),
});

type Payload = ReturnType<typeof payload>;

/** What a check of the metrics against the chain found. */
export interface MetricsCheck {
  /** 0x hex, of the bytes that the service gave. */
  readonly computedHash: string;
  /** The bytes are those that the hash on chain commits to. */
  readonly isHashRight: boolean;
  /** They are about this booking: chain, escrow, slot and parties. */
  readonly isAboutThis: boolean;
  /** What they say came out, where they could be read. */
  readonly outcome?: string;
  /** It is what was attested. */
  readonly isOutcomeRight: boolean;
  /** Who forced another outcome than the rulebook's, and why. */
  readonly forced?: { readonly operator: string; readonly reason: string };
}

/** What the metrics are held against. */
export interface Attested {
  readonly booking: ChainBooking;
  readonly chainId: number;
  /** The attested outcome; a resolution may have changed the booking's. */
  readonly outcome: string;
}

/**
 * Checks metrics, exactly as the service gave them, as docs/metrics/session-metrics-1.md says.
 *
 * @param computedHash keccak-256 of the text in UTF-8, 0x hex
 */
export function checkMetrics(json: string, attested: Attested, computedHash: string): MetricsCheck {
  const read = readPayload(json);
  return {
    computedHash,
    isHashRight: same(computedHash, attested.booking.metrics_hash ?? ''),
    isAboutThis: read !== undefined && isAbout(read, attested),
    isOutcomeRight: read?.outcome === attested.outcome,
    ...(read && { outcome: read.outcome }),
    ...(read?.operator && { forced: { operator: read.operator, reason: read.reason ?? '' } }),
  };
}

export const isAllRight = (check: MetricsCheck): boolean =>
  check.isHashRight && check.isAboutThis && check.isOutcomeRight;

/** What nobody can read cannot be about anything. */
function readPayload(json: string): Payload | undefined {
  try {
    return fromJson(json, payload, 'metrics');
  } catch (e) {
    if (e instanceof Malformed) {
      return undefined;
    }
    throw e;
  }
}

function isAbout(read: Payload, { booking, chainId }: Attested): boolean {
  const { slot } = booking;
  return (
    read.chainId === chainId &&
    same(read.escrow, booking.escrow) &&
    read.bookingId === String(booking.booking_id) &&
    read.slot.startTime === slot.start_s &&
    read.slot.durationMins === slot.duration_mins &&
    read.slot.graceMins === slot.grace_mins &&
    read.slot.minOverlapMins === slot.min_overlap_mins &&
    roleOf(booking, read.host.address) === 'host' &&
    roleOf(booking, read.guest.address) === 'guest'
  );
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
