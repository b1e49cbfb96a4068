package org.sessionsettlement.escrow;

import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * What an escrow tells: one record an event, members in the order of the ABI. Amounts are token
 * units, times unix seconds.
 */
public sealed interface EscrowEvent {
  /** An event about one booking. */
  sealed interface OfBooking extends EscrowEvent {
    /** The booking. */
    long bookingId();
  }

  /** An event about one request. */
  sealed interface OfRequest extends EscrowEvent {
    /** The request. */
    long requestId();
  }

  /** A setting of new bookings was changed. */
  sealed interface OfConfiguration extends EscrowEvent {}

  /** A host's price for new slots. */
  record HostBasePriceSet(Address host, BigInteger price) implements EscrowEvent {}

  /** A slot was created, by itself or by accepting a request. */
  record SessionSlotCreated(
      long slotId, Address host, long startTime, int durationMins, BigInteger price)
      implements EscrowEvent {}

  /** A host took an open slot back. */
  record SessionSlotCancelled(long slotId) implements EscrowEvent {}

  /** A guest made an offer. */
  record SessionRequestCreated(
      long requestId,
      Address hostTarget,
      Address guest,
      long windowStart,
      long windowEnd,
      int durationMins,
      BigInteger amount,
      long expiry)
      implements OfRequest {}

  /** A guest took an offer back. */
  record SessionRequestCancelled(long requestId, BigInteger refund) implements OfRequest {}

  /** A host accepted an offer. */
  record SessionRequestAccepted(
      long requestId, Address host, long slotId, long bookingId, long startTime)
      implements OfRequest {}

  /** A booking was made. */
  record SessionBooked(long bookingId, long slotId, Address guest, BigInteger amount)
      implements OfBooking {}

  /** A booking was cancelled; {@code reason} says by whom. */
  record SessionBookingCancelled(
      long bookingId,
      EscrowOutcome reason,
      BigInteger refund,
      BigInteger penalty,
      BigInteger hostPaid,
      BigInteger feePaid)
      implements OfBooking {}

  /** The oracle attested. */
  record Attested(long bookingId, EscrowOutcome outcome, Hash32 metricsHash, long finalizableAt)
      implements OfBooking {}

  /** A party disputes. */
  record Challenged(long bookingId, Address challenger, BigInteger bondAmount)
      implements OfBooking {}

  /** A dispute ended, by the owner or by its timeout. */
  record Resolved(long bookingId, EscrowOutcome finalOutcome) implements OfBooking {}

  /** A booking was settled. */
  record Finalized(
      long bookingId,
      EscrowOutcome finalOutcome,
      BigInteger hostPaid,
      BigInteger guestRefund,
      BigInteger feePaid)
      implements OfBooking {}

  /** A booking that nobody attested was refunded. */
  record UnattestedRefunded(long bookingId, BigInteger refund) implements OfBooking {}

  /** Somebody was paid out. */
  record OwedWithdrawn(Address from, Address to, BigInteger amount) implements EscrowEvent {}

  /** Tokens above what is held went to the treasury. */
  record TokenSwept(BigInteger amount) implements EscrowEvent {}

  /** Native balance went to the treasury. */
  record NativeSwept(BigInteger amount) implements EscrowEvent {}

  /** Another oracle. */
  record OracleUpdated(Address oldOracle, Address newOracle) implements OfConfiguration {}

  /** Another treasury. */
  record TreasuryUpdated(Address oldTreasury, Address newTreasury) implements OfConfiguration {}

  /** Another fee. */
  record FeeBpsUpdated(int oldFeeBps, int newFeeBps) implements OfConfiguration {}

  /** Another late cancellation penalty. */
  record LateCancelPenaltyBpsUpdated(int oldPenaltyBps, int newPenaltyBps)
      implements OfConfiguration {}

  /** Another bond. */
  record ChallengeBondUpdated(BigInteger oldChallengeBond, BigInteger newChallengeBond)
      implements OfConfiguration {}

  /** Another challenge window. */
  record ChallengeWindowUpdated(long oldChallengeWindow, long newChallengeWindow)
      implements OfConfiguration {}

  /** Another buffer before refunds may be claimed. */
  record NoAttestBufferUpdated(long oldNoAttestBuffer, long newNoAttestBuffer)
      implements OfConfiguration {}

  /** Another dispute timeout. */
  record DisputeTimeoutUpdated(long oldDisputeTimeout, long newDisputeTimeout)
      implements OfConfiguration {}

  /** Somebody may become the owner. */
  record OwnershipTransferStarted(Address previousOwner, Address pendingOwner)
      implements OfConfiguration {}

  /** Somebody became the owner. */
  record OwnershipTransferred(Address previousOwner, Address newOwner) implements OfConfiguration {}
}
