package org.sessionsettlement.escrow;

import java.math.BigInteger;

/**
 * The terms that a booking keeps from the moment it was made, whatever is configured later.
 *
 * @param feeBps the treasury's share of what the host earns, in 1/10000
 * @param lateCancelPenaltyBps a late guest's penalty, in 1/10000 of the amount
 * @param challengeWindow seconds
 * @param noAttestBuffer seconds after the end from which the parties may claim a refund
 * @param disputeTimeout seconds
 * @param challengeBond token units
 */
public record BookingTerms(
    int feeBps,
    int lateCancelPenaltyBps,
    long challengeWindow,
    long noAttestBuffer,
    long disputeTimeout,
    BigInteger challengeBond) {
  static BookingTerms read(Words words) {
    return new BookingTerms(
        words.count(),
        words.count(),
        words.number(),
        words.number(),
        words.number(),
        words.amount());
  }
}
