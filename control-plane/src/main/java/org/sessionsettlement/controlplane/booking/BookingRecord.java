package org.sessionsettlement.controlplane.booking;

import java.math.BigInteger;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * All that the chain says about a booking.
 *
 * @param amount what the guest paid in, token units
 * @param offer of the slot it is on: what presence does not depend on
 * @param terms of the moment it was made
 */
public record BookingRecord(
    BookingKey key,
    long slotId,
    Address host,
    Address guest,
    BigInteger amount,
    SlotTerms slot,
    Offer offer,
    Standing standing,
    BookingTerms terms) {
  private static final long SECONDS_PER_MINUTE = 60;

  /**
   * What the slot was offered for.
   *
   * @param price token units, when the slot was created
   * @param cancelCutoffMins how long before the start a guest cancels for free
   */
  public record Offer(BigInteger price, long cancelCutoffMins) {}

  /**
   * Where it stands now.
   *
   * @param outcome the contract's oracleOutcome
   * @param attestedAtSeconds unix seconds, 0 until attested; likewise finalizableAtSeconds
   * @param dispute while it is disputed
   * @param cancelledBy where the mirror saw it cancelled
   * @param refundedUnattested whether a party claimed the refund because nobody attested
   */
  public record Standing(
      BookingStatus status,
      EscrowOutcome outcome,
      Optional<Hash32> metricsHash,
      long attestedAtSeconds,
      long finalizableAtSeconds,
      Optional<Dispute> dispute,
      Optional<EscrowOutcome> cancelledBy,
      boolean refundedUnattested) {}

  /** A challenge that is not resolved. */
  public record Dispute(Address challenger, BigInteger bondAmount, long sinceSeconds) {}

  /** The first second after the session. */
  public long endSeconds() {
    return slot.startTimeSeconds() + slot.durationMins() * SECONDS_PER_MINUTE;
  }

  /** From when the parties may claim the refund of what nobody attested. */
  public long claimableAtSeconds() {
    return endSeconds() + terms.noAttestBuffer();
  }

  public boolean isParty(Address wallet) {
    return wallet.equals(host) || wallet.equals(guest);
  }

  BookingView view() {
    return new BookingView(key, host, guest, slot, standing.status());
  }
}
