package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;

/**
 * Calls to an escrow, ready for a transaction. Who may make them, and the reasons of their reverts,
 * stand in docs/escrow-v1.md. Amounts are token units, times unix seconds.
 *
 * <p>Arguments out of the range of their ABI type throw an IllegalArgumentException; everything
 * else is the contract's to refuse.
 *
 * @param escrow the contract
 */
public record EscrowCalls(Address escrow) {
  /** The host's price for slots created from now on. */
  public Call setHostBasePrice(BigInteger price) {
    return call(EscrowFunctions.SET_HOST_BASE_PRICE, price);
  }

  /** A slot at the host's base price. */
  public Call createSlot(
      long startTime, int durationMins, int graceMins, int minOverlapMins, int cancelCutoffMins) {
    return call(
        EscrowFunctions.CREATE_SLOT,
        startTime,
        (long) durationMins,
        (long) graceMins,
        (long) minOverlapMins,
        (long) cancelCutoffMins);
  }

  /** Takes an open slot of one's own back. */
  public Call cancelSlot(long slotId) {
    return call(EscrowFunctions.CANCEL_SLOT, Abi.id(slotId));
  }

  /** Books; pulls the slot's price, which must be approved. */
  public Call book(long slotId) {
    return call(EscrowFunctions.BOOK, Abi.id(slotId));
  }

  /** Offers {@code amount}, which is pulled and must be approved; a zero target is any host. */
  public Call createRequest(
      Address hostTarget,
      long windowStart,
      long windowEnd,
      int durationMins,
      BigInteger amount,
      long expiry) {
    return call(
        EscrowFunctions.CREATE_REQUEST,
        Abi.address(hostTarget),
        windowStart,
        windowEnd,
        (long) durationMins,
        amount,
        expiry);
  }

  /** Takes an open offer of one's own back. */
  public Call cancelRequest(long requestId) {
    return call(EscrowFunctions.CANCEL_REQUEST, Abi.id(requestId));
  }

  /** Accepts an offer: slot and booking in one step. */
  public Call acceptRequest(
      long requestId, long startTime, int graceMins, int minOverlapMins, int cancelCutoffMins) {
    return call(
        EscrowFunctions.ACCEPT_REQUEST,
        Abi.id(requestId),
        startTime,
        (long) graceMins,
        (long) minOverlapMins,
        (long) cancelCutoffMins);
  }

  /** The guest steps back; late, for a penalty. */
  public Call cancelBookingAsGuest(long bookingId) {
    return call(EscrowFunctions.CANCEL_AS_GUEST, Abi.id(bookingId));
  }

  /** The host steps back; the guest is refunded. */
  public Call cancelBookingAsHost(long bookingId) {
    return call(EscrowFunctions.CANCEL_AS_HOST, Abi.id(bookingId));
  }

  /** The oracle's word. */
  public Call attest(long bookingId, EscrowOutcome outcome, Hash32 metricsHash) {
    return call(EscrowFunctions.ATTEST, Abi.id(bookingId), outcome.code(), metricsHash.toArray());
  }

  /** The refund of a booking that nobody attested in time. */
  public Call claimIfUnattested(long bookingId) {
    return call(EscrowFunctions.CLAIM_IF_UNATTESTED, Abi.id(bookingId));
  }

  /** Disputes the oracle's word; pulls the bond of the booking's terms, which must be approved. */
  public Call challenge(long bookingId) {
    return call(EscrowFunctions.CHALLENGE, Abi.id(bookingId));
  }

  /** The owner's last word. */
  public Call resolveDispute(long bookingId, EscrowOutcome finalOutcome) {
    return call(EscrowFunctions.RESOLVE_DISPUTE, Abi.id(bookingId), finalOutcome.code());
  }

  /** Ends a dispute that nobody resolved in time: the oracle's outcome stands. */
  public Call finalizeDisputeByTimeout(long bookingId) {
    return call(EscrowFunctions.FINALIZE_DISPUTE, Abi.id(bookingId));
  }

  /** Settles: credits what each is owed. */
  public Call finalizeBooking(long bookingId) {
    return call(EscrowFunctions.FINALIZE, Abi.id(bookingId));
  }

  /** Pays out what the sender is owed, to the sender. */
  public Call withdrawOwed() {
    return call(EscrowFunctions.WITHDRAW_OWED);
  }

  /** Pays out what the sender is owed, to another account. */
  public Call withdrawOwed(Address to) {
    return call(EscrowFunctions.WITHDRAW_OWED_TO, Abi.address(to));
  }

  /** Sends tokens above what is held to the treasury. */
  public Call sweepTokenExcess() {
    return call(EscrowFunctions.SWEEP_TOKEN_EXCESS);
  }

  /** Sends native balance to the treasury. */
  public Call sweepNative() {
    return call(EscrowFunctions.SWEEP_NATIVE);
  }

  /** The owner's: who attests. */
  public Call setOracle(Address oracle) {
    return call(EscrowFunctions.SET_ORACLE, Abi.address(oracle));
  }

  /** The owner's: who gets the fees. */
  public Call setTreasury(Address treasury) {
    return call(EscrowFunctions.SET_TREASURY, Abi.address(treasury));
  }

  /** The owner's: the fee of new bookings, in 1/10000, at most 2000. */
  public Call setFeeBps(int bps) {
    return call(EscrowFunctions.SET_FEE_BPS, bps);
  }

  /** The owner's: the late cancellation penalty of new bookings, in 1/10000. */
  public Call setLateCancelPenaltyBps(int bps) {
    return call(EscrowFunctions.SET_PENALTY_BPS, bps);
  }

  /** The owner's: the bond of new bookings. */
  public Call setChallengeBond(BigInteger amount) {
    return call(EscrowFunctions.SET_CHALLENGE_BOND, amount);
  }

  /** The owner's: the challenge window of new bookings, seconds. */
  public Call setChallengeWindow(long seconds) {
    return call(EscrowFunctions.SET_CHALLENGE_WINDOW, seconds);
  }

  /** The owner's: when parties of new bookings may claim a refund, seconds after the end. */
  public Call setNoAttestBuffer(long seconds) {
    return call(EscrowFunctions.SET_NO_ATTEST_BUFFER, seconds);
  }

  /** The owner's: how long disputes of new bookings may last, seconds. */
  public Call setDisputeTimeout(long seconds) {
    return call(EscrowFunctions.SET_DISPUTE_TIMEOUT, seconds);
  }

  /** The owner's: names the next owner, who has to accept. */
  public Call transferOwnership(Address newOwner) {
    return call(EscrowFunctions.TRANSFER_OWNERSHIP, Abi.address(newOwner));
  }

  /** The next owner's: becomes the owner. */
  public Call acceptOwnership() {
    return call(EscrowFunctions.ACCEPT_OWNERSHIP);
  }

  private Call call(Function function, Object... arguments) {
    return Call.to(escrow, Abi.encode(function, arguments));
  }
}
