package org.sessionsettlement.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which session it is and what was known of it: the members that all payloads of a metricsHash
 * share.
 *
 * @param chainId the chain of the escrow
 * @param escrow the escrow's address, as 0x hex
 * @param bookingId the booking, in decimal digits (256 bits on chain)
 * @param slot the slot's terms
 * @param host the host, and when it was present
 * @param guest the guest, and when it was present
 * @param gaps when the service was not watching: united, and clipped as presence is
 * @param watermarkMs the watermark the facts were read with, in milliseconds since the epoch
 */
public record SessionFacts(
    long chainId,
    String escrow,
    String bookingId,
    SlotTerms slot,
    Party host,
    Party guest,
    List<Interval> gaps,
    long watermarkMs) {

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
  public SessionFacts {
    Objects.requireNonNull(escrow, "escrow");
    Objects.requireNonNull(bookingId, "bookingId");
    gaps = List.copyOf(gaps);
  }

  /**
   * The facts of a booking as a payload has them.
   *
   * @param hostAddress the host's wallet, as 0x hex
   * @param guestAddress the guest's wallet, as 0x hex
   */
  public static SessionFacts of(
      long chainId,
      String escrow,
      String bookingId,
      String hostAddress,
      String guestAddress,
      Facts facts) {
    Known known = Known.of(facts);
    return new SessionFacts(
        chainId,
        escrow,
        bookingId,
        facts.slot(),
        new Party(hostAddress, known.host()),
        new Party(guestAddress, known.guest()),
        known.gaps(),
        facts.watermarkMs());
  }

  /** What the rulebook decides from these facts; empty where they give no answer. */
  public Optional<Decision> recomputed() {
    return Rulebook.decision(
        new Facts(slot, host.presence(), guest.presence(), gaps, watermarkMs, 0));
  }
}
