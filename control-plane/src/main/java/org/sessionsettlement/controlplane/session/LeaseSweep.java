package org.sessionsettlement.controlplane.session;

import java.time.InstantSource;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.BookingLocks;
import org.sessionsettlement.controlplane.db.Database;

/** Closes what fell silent, so that records end even when nobody asks for them. */
public final class LeaseSweep {
  private static final int BOOKINGS_A_TICK = 500;

  private final Database database;
  private final BookingLocks locks;
  private final ParticipantTable participants;
  private final LeaseCloser leases;
  private final InstantSource clock;

  public LeaseSweep(Database database, InstantSource clock) {
    this.database = database;
    this.locks = database.bookingLocks();
    this.participants = new ParticipantTable(database);
    this.leases = new LeaseCloser(database);
    this.clock = clock;
  }

  /** Closes every lease that is over, up to a bound; the rest is for the next tick. */
  public void tick() {
    participants.withExpiredLeases(clock.millis(), BOOKINGS_A_TICK).forEach(this::close);
  }

  /** When the connected client that has been silent longest was last heard; empty if none is. */
  public Optional<Long> oldestOpenHeartbeatMs() {
    return participants.oldestOpenHeartbeatMs();
  }

  private void close(BookingKey booking) {
    database.doInTransaction(
        () -> {
          locks.lock(booking);
          leases.closeExpired(booking, clock.millis());
        });
  }
}
