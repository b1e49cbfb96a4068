package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.BookingLocks;
import org.sessionsettlement.controlplane.db.Database;

/** Presence for whoever judges it. Both calls belong in one transaction of the caller's. */
public final class Presence {
  private final BookingLocks locks;
  private final ParticipantTable participants;
  private final Watching watching;
  private final LeaseCloser leases;
  private final InstantSource clock;

  public Presence(Database database, InstantSource clock) {
    this.locks = database.bookingLocks();
    this.participants = new ParticipantTable(database);
    this.watching = new Watching(database);
    this.leases = new LeaseCloser(database);
    this.clock = clock;
  }

  /**
   * Takes the booking's lock until the transaction ends, closes leases that are over, and reads
   * everything at once. Before the service's first liveness row the watermark is 0: nothing is
   * known.
   *
   * @throws IllegalStateException outside a transaction
   */
  public PresenceSnapshot snapshot(BookingKey booking) {
    locks.lock(booking);
    return Objects.requireNonNull(snapshots(List.of(booking)).get(booking));
  }

  /**
   * The same for many at once, whose locks the caller has taken in this transaction.
   *
   * @return of each of them
   */
  public Map<BookingKey, PresenceSnapshot> snapshots(List<BookingKey> bookings) {
    leases.closeExpired(bookings, clock.millis());
    var connections = participants.all(bookings);
    long newestRowMs = watching.newestRowMs().orElse(0);
    return bookings.stream()
        .collect(
            Collectors.toMap(
                booking -> booking,
                booking ->
                    PresenceSnapshot.of(
                        connections.getOrDefault(booking, List.of()), newestRowMs)));
  }

  /**
   * Keeps that verdicts were made from these watermarks: no presence will be written before them.
   * The caller holds the bookings' locks.
   */
  public void recordUsedWatermarks(Map<BookingKey, Long> watermarksMs) {
    watching.recordUsed(watermarksMs);
  }
}
