package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the chain demands of the fields beside the calls, and what the pool demands by its clock.
 */
final class FieldRules {
  private static final long MIN_GAS = 21_000;
  private static final int FEE_BITS = 128;
  private static final int NONCE_KEY_BITS = 256;
  private static final long MIN_SECONDS_LEFT = 3;
  private static final long MAX_SECONDS_UNTIL_VALID = 120;

  private FieldRules() {}

  static void checkFees(long chainId, BigInteger tip, BigInteger maxFee, long gasLimit) {
    refuse(chainId <= 0, TransactionFault.CHAIN_ID_OUT_OF_RANGE);
    refuse(!fits(tip, FEE_BITS) || !fits(maxFee, FEE_BITS), TransactionFault.FEE_OUT_OF_RANGE);
    refuse(tip.compareTo(maxFee) > 0, TransactionFault.TIP_ABOVE_MAX_FEE);
    refuse(
        gasLimit < MIN_GAS || gasLimit > TempoTransaction.GAS_CAP,
        TransactionFault.GAS_OUT_OF_RANGE);
  }

  static void checkNonce(long nonce) {
    refuse(nonce < 0, TransactionFault.NONCE_OUT_OF_RANGE);
  }

  static void checkNonce(BigInteger nonceKey, long nonce, OptionalLong validBefore) {
    refuse(nonce < 0 || !fits(nonceKey, NONCE_KEY_BITS), TransactionFault.NONCE_OUT_OF_RANGE);
    if (nonceKey.equals(TempoTransaction.EXPIRING_NONCE_KEY)) {
      refuse(validBefore.isEmpty(), TransactionFault.EXPIRING_WITHOUT_VALID_BEFORE);
      refuse(nonce != 0, TransactionFault.EXPIRING_NONCE_NOT_ZERO);
    }
  }

  static void checkValidity(OptionalLong validBefore, OptionalLong validAfter) {
    // On the wire a zero reads as absent: whoever asks for second 0 would get no limit at all.
    refuse(
        validBefore.orElse(1) <= 0 || validAfter.orElse(1) <= 0,
        TransactionFault.VALIDITY_OUT_OF_RANGE);
    refuse(
        validBefore.orElse(Long.MAX_VALUE) <= validAfter.orElse(0),
        TransactionFault.VALIDITY_EMPTY);
  }

  static Optional<TransactionFault> faultAt(TempoTransaction transaction, long nowSeconds) {
    long before = transaction.validBefore().orElse(Long.MAX_VALUE);
    if (before <= nowSeconds + MIN_SECONDS_LEFT) {
      return Optional.of(TransactionFault.ALREADY_EXPIRED);
    }
    if (transaction.validAfter().orElse(0) > nowSeconds + MAX_SECONDS_UNTIL_VALID) {
      return Optional.of(TransactionFault.VALID_TOO_LATE);
    }
    boolean tooFar = before > nowSeconds + TempoTransaction.EXPIRING_WINDOW_SECONDS;
    return transaction.isExpiring() && tooFar
        ? Optional.of(TransactionFault.EXPIRES_TOO_LATE)
        : Optional.empty();
  }

  static void refuse(boolean broken, TransactionFault fault) {
    if (broken) {
      throw new InvalidTransactionException(fault);
    }
  }

  private static boolean fits(BigInteger value, int bits) {
    return value.signum() >= 0 && value.bitLength() <= bits;
  }
}
