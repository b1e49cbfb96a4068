package org.sessionsettlement.controlplane.booking;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.Address;

/** Bookings: from the mirror, and from the chain where the mirror does not have them yet. */
public final class Bookings implements BookingDirectory {
  private final MirroredBookings mirror;
  private final ChainBookings chain;
  private final ServedEscrows escrows;

  public Bookings(MirroredBookings mirror, ServedEscrows escrows) {
    this.mirror = mirror;
    this.chain = new ChainBookings(escrows);
    this.escrows = escrows;
  }

  @Override
  public Optional<BookingView> find(BookingKey key) {
    return record(key).map(BookingRecord::view);
  }

  /** Empty for an id never used, and for an escrow that is not served, mirrored once or not. */
  public Optional<BookingRecord> record(BookingKey key) {
    return escrows.find(key.escrow()).isEmpty()
        ? Optional.empty()
        : mirror.find(key).or(() -> chain.find(key));
  }

  /**
   * The booking, for the HTTP edge.
   *
   * @throws ProblemException {@code booking_not_found}
   */
  public BookingRecord require(BookingKey key) {
    return record(key).orElseThrow(() -> new ProblemException(ProblemCode.BOOKING_NOT_FOUND));
  }

  /** Disputed bookings of an escrow, soonest timeout first, without that many of them. */
  public List<BookingRecord> disputed(Address escrow, int without, int limit) {
    return mirror.disputed(escrow, without, limit);
  }

  List<BookingRecord> page(Address escrow, Optional<Address> party, long after, int limit) {
    return mirror.page(escrow, party, after, limit);
  }
}
