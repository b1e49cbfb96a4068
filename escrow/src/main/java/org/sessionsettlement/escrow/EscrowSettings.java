package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.tempo.Address;

/**
 * What an escrow is constructed with, and what its getters show.
 *
 * @param paymentToken the one TIP-20 token
 * @param feeBps 1/10000 of what a host earns, at most 2000
 * @param challengeWindowSeconds at most 30 days; 0 makes challenges impossible
 * @param challengeBond token units, above 0
 * @param lateCancelPenaltyBps 1/10000 of the amount
 * @param noAttestBufferSeconds at most 30 days; below 2 h, a refund can be claimed before the last
 *     lawful Completed
 * @param disputeTimeoutSeconds at most 180 days
 */
public record EscrowSettings(
    Address paymentToken,
    Address oracle,
    Address treasury,
    int feeBps,
    long challengeWindowSeconds,
    BigInteger challengeBond,
    int lateCancelPenaltyBps,
    long noAttestBufferSeconds,
    long disputeTimeoutSeconds) {
  private static final int MAX_FEE_BPS = 2_000;
  private static final int MAX_PENALTY_BPS = 10_000;
  private static final long MAX_CHALLENGE_WINDOW = TimeUnit.DAYS.toSeconds(30);
  private static final long MAX_NO_ATTEST_BUFFER = TimeUnit.DAYS.toSeconds(30);
  private static final long MAX_DISPUTE_TIMEOUT = TimeUnit.DAYS.toSeconds(180);

  /** The reason with which the constructor would revert, if it would. */
  public Optional<EscrowRevert> fault() {
    if (paymentToken.isZero()) {
      return Optional.of(EscrowRevert.BAD_TOKEN);
    }
    if (oracle.isZero() || treasury.isZero()) {
      return Optional.of(EscrowRevert.BAD_ADDR);
    }
    return moneyFault().or(this::timeFault);
  }

  private Optional<EscrowRevert> moneyFault() {
    if (isOutside(feeBps, MAX_FEE_BPS)) {
      return Optional.of(EscrowRevert.FEE_TOO_HIGH);
    }
    if (isOutside(lateCancelPenaltyBps, MAX_PENALTY_BPS)) {
      return Optional.of(EscrowRevert.PENALTY_TOO_HIGH);
    }
    return challengeBond.signum() <= 0 ? Optional.of(EscrowRevert.ZERO_BOND) : Optional.empty();
  }

  private Optional<EscrowRevert> timeFault() {
    if (isOutside(challengeWindowSeconds, MAX_CHALLENGE_WINDOW)) {
      return Optional.of(EscrowRevert.WINDOW_TOO_LARGE);
    }
    if (isOutside(noAttestBufferSeconds, MAX_NO_ATTEST_BUFFER)) {
      return Optional.of(EscrowRevert.BUFFER_TOO_LARGE);
    }
    return isOutside(disputeTimeoutSeconds, MAX_DISPUTE_TIMEOUT)
        ? Optional.of(EscrowRevert.TIMEOUT_TOO_LARGE)
        : Optional.empty();
  }

  private static boolean isOutside(long value, long max) {
    return value < 0 || value > max;
  }
}
