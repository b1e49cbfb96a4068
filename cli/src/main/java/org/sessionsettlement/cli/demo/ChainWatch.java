package org.sessionsettlement.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.SessionEscrow;

/** Waits, within a limit, until the chain shows what somebody else is to do. */
final class ChainWatch {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(30);

  private final SessionEscrow escrow;

  ChainWatch(SessionEscrow escrow) {
    this.escrow = escrow;
  }

  /**
   * Returns once every one of the sessions' bookings has one of these statuses.
   *
   * @throws DemoFailure naming those that have not
   */
  void awaitAll(String what, List<BookedSession> sessions, List<BookingStatus> statuses) {
    await(
        () -> missing(sessions, statuses).isEmpty(),
        () -> what + " did not come for " + missing(sessions, statuses));
  }

  int notBooked(List<BookedSession> sessions) {
    return (int)
        bookings(sessions).stream().filter(b -> b.status() != BookingStatus.BOOKED).count();
  }

  List<Booking> bookings(List<BookedSession> sessions) {
    return escrow.bookings(sessions.stream().map(BookedSession::bookingId).toList());
  }

  private List<String> missing(List<BookedSession> sessions, List<BookingStatus> statuses) {
    List<Booking> bookings = bookings(sessions);
    return sessions.stream()
        .filter(s -> !statuses.contains(bookings.get(sessions.indexOf(s)).status()))
        .map(s -> s.scenario().key())
        .toList();
  }

  private static void await(BooleanSupplier condition, Supplier<String> otherwise) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new DemoFailure(otherwise.get() + " within " + LIMIT.toSeconds() + " s");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }
}
