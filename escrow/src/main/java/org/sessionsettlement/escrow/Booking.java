package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A booking. An id never used reads as zeros with status NONE.
 *
 * @param amount token units that the guest paid in
 * @param oracleOutcome NONE until attested, and for what was cancelled or claimed
 * @param metricsHash zero until attested
 * @param attestedAt unix seconds, 0 until attested
 * @param finalizableAt unix seconds from which anybody may finalize, 0 until attested
 * @param challenger zero unless disputed
 * @param bondAmount token units, 0 unless disputed
 * @param disputedAt unix seconds, 0 unless disputed
 */
public record Booking(
    long slotId,
    Address guest,
    BigInteger amount,
    BookingStatus status,
    EscrowOutcome oracleOutcome,
    Hash32 metricsHash,
    long attestedAt,
    long finalizableAt,
    Address challenger,
    BigInteger bondAmount,
    long disputedAt) {
  /** False for an id that was never used. */
  public boolean exists() {
    return status != BookingStatus.NONE;
  }

  static Booking read(Words words) {
    return new Booking(
        words.number(),
        words.address(),
        words.amount(),
        words.choice(BookingStatus.values()),
        words.choice(EscrowOutcome.values()),
        words.hash(),
        words.number(),
        words.number(),
        words.address(),
        words.amount(),
        words.number());
  }
}
