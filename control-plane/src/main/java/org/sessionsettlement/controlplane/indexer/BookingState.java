package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.util.Optional;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * A booking as its events tell it: a fold, so that the same events always give the same state.
 *
 * @param outcome the contract's oracleOutcome; NONE for what was cancelled or refunded unattested
 * @param dispute while it is disputed
 * @param cancelledBy what the cancellation gave as its reason
 * @param refundedUnattested whether a party claimed the refund because nobody attested
 */
record BookingState(
    long bookingId,
    long slotId,
    Address guest,
    BigInteger amount,
    BookingStatus status,
    EscrowOutcome outcome,
    Optional<Hash32> metricsHash,
    long attestedAtSeconds,
    long finalizableAtSeconds,
    Optional<Dispute> dispute,
    Optional<EscrowOutcome> cancelledBy,
    boolean refundedUnattested) {

  /** A challenge that is not resolved. */
  record Dispute(Address challenger, BigInteger bondAmount, long sinceSeconds) {}

  /** The state after its first event. */
  static BookingState of(EscrowEvent.SessionBooked booked) {
    return new BookingState(
        booked.bookingId(),
        booked.slotId(),
        booked.guest(),
        booked.amount(),
        BookingStatus.BOOKED,
        EscrowOutcome.NONE,
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * The state after one more event.
   *
   * @param atSeconds the time of the event's block, which is what the contract calls now
   */
  BookingState apply(EscrowEvent.OfBooking event, long atSeconds) {
    return switch (event) {
      case EscrowEvent.SessionBooked booked -> of(booked);
      case EscrowEvent.SessionBookingCancelled cancelled ->
          with(BookingStatus.CANCELLED, outcome).cancelledBy(cancelled.reason());
      case EscrowEvent.Attested attested -> attested(attested, atSeconds);
      case EscrowEvent.Challenged challenged ->
          with(BookingStatus.DISPUTED, outcome).disputed(challenged, atSeconds);
      case EscrowEvent.Resolved resolved ->
          with(BookingStatus.RESOLVED, resolved.finalOutcome()).finalizableAt(atSeconds);
      case EscrowEvent.Finalized done -> with(BookingStatus.FINALIZED, done.finalOutcome());
      case EscrowEvent.UnattestedRefunded _ ->
          with(BookingStatus.FINALIZED, EscrowOutcome.NONE).refunded();
    };
  }

  private BookingState attested(EscrowEvent.Attested event, long atSeconds) {
    return new BookingState(
        bookingId,
        slotId,
        guest,
        amount,
        BookingStatus.ATTESTED,
        event.outcome(),
        Optional.of(event.metricsHash()),
        atSeconds,
        event.finalizableAt(),
        Optional.empty(),
        cancelledBy,
        refundedUnattested);
  }

  /** Another status ends a dispute; who enters one says so afterwards. */
  private BookingState with(BookingStatus next, EscrowOutcome nextOutcome) {
    return new BookingState(
        bookingId,
        slotId,
        guest,
        amount,
        next,
        nextOutcome,
        metricsHash,
        attestedAtSeconds,
        finalizableAtSeconds,
        Optional.empty(),
        cancelledBy,
        refundedUnattested);
  }

  private BookingState disputed(EscrowEvent.Challenged event, long atSeconds) {
    return ending(
        finalizableAtSeconds,
        Optional.of(new Dispute(event.challenger(), event.bondAmount(), atSeconds)),
        cancelledBy,
        refundedUnattested);
  }

  private BookingState finalizableAt(long atSeconds) {
    return ending(atSeconds, dispute, cancelledBy, refundedUnattested);
  }

  private BookingState cancelledBy(EscrowOutcome reason) {
    return ending(finalizableAtSeconds, dispute, Optional.of(reason), refundedUnattested);
  }

  private BookingState refunded() {
    return ending(finalizableAtSeconds, dispute, cancelledBy, true);
  }

  private BookingState ending(
      long nextFinalizableAt,
      Optional<Dispute> nextDispute,
      Optional<EscrowOutcome> nextCancelledBy,
      boolean nextRefunded) {
    return new BookingState(
        bookingId,
        slotId,
        guest,
        amount,
        status,
        outcome,
        metricsHash,
        attestedAtSeconds,
        nextFinalizableAt,
        nextDispute,
        nextCancelledBy,
        nextRefunded);
  }
}
