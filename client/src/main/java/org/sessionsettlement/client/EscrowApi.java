package org.sessionsettlement.client;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowCalls;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.escrow.EscrowGas;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.Log;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.token.Tip20;

/**
 * What a host or a guest does on chain. Every method waits until its transaction is mined or can no
 * longer be; amounts are token units. A payment and its approval go as one transaction, so that no
 * allowance is left behind.
 *
 * <p>Beyond the result, a method may throw an {@link org.sessionsettlement.tempo.rpc.RpcException}
 * when the node is away.
 */
public final class EscrowApi {
  private final SessionEscrow escrow;
  private final EscrowCalls calls;
  private final EscrowSender sender;
  private final Tip20 token;

  /** The escrow at this address, as this wallet; the escrow's token also pays the fees. */
  public EscrowApi(TempoRpc rpc, long chainId, Address escrow, Address token, Account wallet) {
    this.escrow = new SessionEscrow(rpc, escrow);
    this.calls = new EscrowCalls(escrow);
    this.sender = new EscrowSender(rpc, chainId, wallet, token);
    this.token = new Tip20(token);
  }

  /**
   * What a host offers; see docs/escrow-v1.md for the ranges.
   *
   * @param startSeconds unix seconds, more than 60 s ahead
   */
  public record SlotOffer(
      long startSeconds,
      int durationMins,
      int graceMins,
      int minOverlapMins,
      int cancelCutoffMins) {}

  /** The escrow, for reading. */
  public SessionEscrow escrow() {
    return escrow;
  }

  /** The price of slots created from now on. Reasons: BAD_PRICE. */
  public EscrowResult<Receipt> setHostBasePrice(BigInteger priceUnits) {
    return sender.send(
        List.of(calls.setHostBasePrice(priceUnits)), EscrowGas.TRANSACTION + EscrowGas.CONFIGURE);
  }

  /**
   * Opens a slot; its id. Reasons: NO_BASE_PRICE, START_TOO_SOON, BAD_DURATION, BAD_OVERLAP,
   * BAD_CUTOFF.
   */
  public EscrowResult<Long> createSlot(SlotOffer offer) {
    return sender
        .send(List.of(createSlotCall(offer)), EscrowGas.TRANSACTION + EscrowGas.CREATE_SLOT)
        .map(receipt -> event(receipt, EscrowApi::createdSlot));
  }

  /**
   * Pays for a slot and books it; the booking's id. Reasons: NOT_AVAILABLE, TOO_LATE,
   * ALREADY_BOOKED, HOST_CANNOT_BOOK.
   */
  public EscrowResult<Long> book(long slotId) {
    Slot slot = escrow.slot(slotId);
    long gas = EscrowGas.TRANSACTION + EscrowGas.APPROVE + EscrowGas.BOOK;
    return sender
        .send(paying(slot.price(), calls.book(slotId)), gas)
        .map(receipt -> event(receipt, EscrowApi::booked));
  }

  /** As guest. Reasons: NOT_BOOKED, NOT_GUEST, ALREADY_STARTED. */
  public EscrowResult<Receipt> cancelAsGuest(long bookingId) {
    return settle(calls.cancelBookingAsGuest(bookingId));
  }

  /** As host. Reasons: NOT_BOOKED, NOT_HOST, ALREADY_STARTED. */
  public EscrowResult<Receipt> cancelAsHost(long bookingId) {
    return settle(calls.cancelBookingAsHost(bookingId));
  }

  /**
   * Disputes the attested outcome and puts down the bond. Reasons: NOT_ATTESTED, WINDOW_OVER,
   * NOT_PARTY.
   */
  public EscrowResult<Receipt> challenge(long bookingId) {
    BookingTerms terms = escrow.terms(bookingId);
    long gas = EscrowGas.TRANSACTION + EscrowGas.APPROVE + EscrowGas.CHALLENGE;
    return sender.send(paying(terms.challengeBond(), calls.challenge(bookingId)), gas);
  }

  /** As owner: the last word on a dispute. Reasons: NOT_OWNER, NOT_DISPUTED, BAD_OUTCOME. */
  public EscrowResult<Receipt> resolveDispute(long bookingId, EscrowOutcome outcome) {
    return settle(calls.resolveDispute(bookingId, outcome));
  }

  /**
   * Takes the refund of a booking that nobody attested. Reasons: NOT_BOOKED, NOT_PARTY, TOO_EARLY.
   */
  public EscrowResult<Receipt> claimIfUnattested(long bookingId) {
    return settle(calls.claimIfUnattested(bookingId));
  }

  /** Settles a booking; anybody may. Reasons: NOT_FINALIZABLE, TOO_EARLY. */
  public EscrowResult<Receipt> finalizeBooking(long bookingId) {
    return settle(calls.finalizeBooking(bookingId));
  }

  /** Pays out what this wallet is owed. Reasons: NOTHING_OWED, or the token's own. */
  public EscrowResult<Receipt> withdrawOwed() {
    return sender.send(List.of(calls.withdrawOwed()), EscrowGas.TRANSACTION + EscrowGas.WITHDRAW);
  }

  private EscrowResult<Receipt> settle(Call call) {
    return sender.send(List.of(call), EscrowGas.TRANSACTION + EscrowGas.SETTLE);
  }

  private Call createSlotCall(SlotOffer offer) {
    return calls.createSlot(
        offer.startSeconds(),
        offer.durationMins(),
        offer.graceMins(),
        offer.minOverlapMins(),
        offer.cancelCutoffMins());
  }

  private List<Call> paying(BigInteger units, Call call) {
    return List.of(token.approve(escrow.address(), units), call);
  }

  private long event(Receipt receipt, Function<EscrowEvent, Optional<Long>> id) {
    return receipt.logs().stream()
        .filter(log -> log.address().equals(escrow.address()))
        .map((Log log) -> EscrowEvents.decode(log).flatMap(id))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no event in " + receipt.transactionHash()));
  }

  private static Optional<Long> createdSlot(EscrowEvent event) {
    return event instanceof EscrowEvent.SessionSlotCreated created
        ? Optional.of(created.slotId())
        : Optional.empty();
  }

  private static Optional<Long> booked(EscrowEvent event) {
    return event instanceof EscrowEvent.SessionBooked booked
        ? Optional.of(booked.bookingId())
        : Optional.empty();
  }
}
