package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
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
    leases.closeExpired(booking, clock.millis());
    return PresenceSnapshot.of(participants.all(booking), watching.newestRowMs().orElse(0));
  }

  /** Keeps that a verdict was made from this watermark: no presence will be written before it. */
  public void recordUsedWatermark(BookingKey booking, long watermarkMs) {
    locks.lock(booking);
    watching.recordUsed(booking, watermarkMs);
  }
}
