package org.sessionsettlement.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The exact facts a decision was made from, as metricsHash commits to them: the payload of schema
 * {@code session-metrics/1} as a value. {@code docs/metrics/session-metrics-1.md} gives its JSON;
 * the canonical bytes and the hash are made elsewhere.
 *
 * @param chainId the chain of the escrow
 * @param escrow the escrow's address, as 0x hex
 * @param bookingId the booking, in decimal digits (256 bits on chain)
 * @param slot the slot's terms
 * @param host the host, and when it was present
 * @param guest the guest, and when it was present
 * @param gaps when the service was not watching: united, and clipped as presence is
 * @param watermarkMs the watermark the decision was made with, in milliseconds since the epoch
 * @param decision what was decided
 */
public record SessionMetrics(
    long chainId,
    String escrow,
    String bookingId,
    SlotTerms slot,
    Party host,
    Party guest,
    List<Interval> gaps,
    long watermarkMs,
    Decision decision) {

  /** The name of this shape, and the payload's first member. */
  public static final String SCHEMA = "session-metrics/1";

  /**
   * A party as the payload names it.
   *
   * @param address its wallet, as 0x hex
   * @param presence when it was there: united, in order, clipped to the session and the watermark
   */
  public record Party(String address, List<Interval> presence) {

    /** Copies the list. */
    public Party {
      Objects.requireNonNull(address, "address");
      presence = List.copyOf(presence);
    }
  }

  /** Copies the list. */
  public SessionMetrics {
    Objects.requireNonNull(escrow, "escrow");
    Objects.requireNonNull(bookingId, "bookingId");
    gaps = List.copyOf(gaps);
  }

  /**
   * The payload for a decision that was made from these facts.
   *
   * @param hostAddress the host's wallet, as 0x hex
   * @param guestAddress the guest's wallet, as 0x hex
   */
  public static SessionMetrics of(
      long chainId,
      String escrow,
      String bookingId,
      String hostAddress,
      String guestAddress,
      Facts facts,
      Decision decision) {
    Known known = Known.of(facts);
    return new SessionMetrics(
        chainId,
        escrow,
        bookingId,
        facts.slot(),
        new Party(hostAddress, known.host()),
        new Party(guestAddress, known.guest()),
        known.gaps(),
        facts.watermarkMs(),
        decision);
  }

  /**
   * What the rulebook decides from this payload's facts, anew: who checks a payload compares it
   * with {@link #decision()}. Empty where these facts give no answer, which an honest payload never
   * does.
   */
  public Optional<Decision> recomputed() {
    return Rulebook.decision(
        new Facts(slot, host.presence(), guest.presence(), gaps, watermarkMs, 0));
  }
}
