package org.sessionsettlement.bench.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sessionsettlement.controlplane.db.BookingKey;

/** Bookings that become due at one instant. */
record Backlog(List<BookingKey> bookings, long startSeconds) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** Their end: a Completed is not attested before it. */
  long dueMs() {
    return Duration.ofSeconds(startSeconds + BookedEscrow.DURATION_S).toMillis();
  }

  /**
   * How fast it went.
   *
   * @param sinceDue a second, from the instant on at which they became due to the last receipt
   * @param atWork a second, from the first decision to the last receipt
   */
  record Rate(double sinceDue, double atWork) {}

  /** Waits until the service has attested all of them. */
  Rate await(OracleService service) {
    while (Instant.now().toEpochMilli() < dueMs()) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    var attested = service.awaitAttested(bookings);
    return new Rate(
        perSecond(attested.lastConfirmedMs() - dueMs()),
        perSecond(attested.lastConfirmedMs() - attested.firstDecidedMs()));
  }

  private double perSecond(long millis) {
    return bookings.size() / (millis / (double) Duration.ofSeconds(1).toMillis());
  }
}
