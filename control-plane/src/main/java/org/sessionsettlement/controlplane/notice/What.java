package org.sessionsettlement.controlplane.notice;

import java.math.BigInteger;

/**
 * What a notice tells, as it is written: amounts in token units, times in unix seconds. Outcomes
 * have the contract's names.
 */
sealed interface What {
  /**
   * The oracle's outcome is on chain.
   *
   * @param challengeUntilS the first second in which it cannot be challenged any more
   * @param bond what a challenge costs
   */
  record Attested(
      String outcome, String metricsHash, long challengeUntilS, BigInteger bond, String txHash)
      implements What {}

  /**
   * A party disputes it.
   *
   * @param reviewUntilS from when the attested outcome stands, unless it was reviewed
   */
  record Challenged(String challenger, BigInteger bond, long reviewUntilS, String txHash)
      implements What {}

  /** A dispute ended, by its review or by its timeout. */
  record Resolved(String outcome, String txHash) implements What {}

  /**
   * The money is credited, for good.
   *
   * @param outcome None where the guest was refunded because nobody attested
   */
  record Finalized(String outcome, BigInteger hostPaid, BigInteger guestRefund, String txHash)
      implements What {}

  /** Nobody attested in time. */
  record WindowMissed(long claimableFromS) implements What {}

  /** Either party may have the guest refunded. */
  record RefundClaimable(BigInteger amount, long claimableFromS) implements What {}

  /**
   * A credit was not withdrawn yet.
   *
   * @param wallet whose money it is
   * @param amount what this booking credited; what is owed in all is more where there are others
   */
  record MoneyWaiting(String wallet, BigInteger amount, long sinceS) implements What {}

  /** Unreviewed, a dispute costs the challenger the bond. */
  record DisputeHalfTimeout(String challenger, BigInteger bond, long reviewUntilS)
      implements What {}

  /** The chain took back what another notice told. */
  record TakenBack(String noticeId, String noticeKind) implements What {}
}
