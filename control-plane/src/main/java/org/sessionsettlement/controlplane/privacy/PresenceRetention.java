package org.sessionsettlement.controlplane.privacy;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;

/**
 * Erases presence and the words of statements some time after the booking's money is final, by the
 * chain's time.
 */
public final class PresenceRetention {
  static final int BOOKINGS_A_TICK = 500;

  private final Database database;
  private final BookingErasure erasure;
  private final Duration keptFor;
  private final LongSupplier chainSeconds;

  /**
   * @param chainSeconds the time of the newest trusted block; what it throws ends the tick
   */
  public PresenceRetention(Database database, Duration keptFor, LongSupplier chainSeconds) {
    this.database = database;
    this.erasure = new BookingErasure(database);
    this.keptFor = keptFor;
    this.chainSeconds = chainSeconds;
  }

  /** Erases what is due, up to a bound; the rest is for the next tick. */
  public void tick() {
    due(chainSeconds.getAsLong() - keptFor.toSeconds()).forEach(erasure::erase);
  }

  /** The last event of a booking whose money is final is the one that made it so. */
  private List<BookingKey> due(long finalBeforeSeconds) {
    return database
        .jdbc()
        .sql(
            "select b.escrow, b.booking_id from bookings b where b.status in "
                + BookingErasure.FINAL
                + """
                  and (
                    exists (select 1 from room_participants p
                      where p.escrow = b.escrow and p.booking_id = b.booking_id)
                    or exists (select 1 from statements s
                      where s.escrow = b.escrow and s.booking_id = b.booking_id
                        and s.text is not null))
                  and (select max(e.block_time_s) from escrow_events e
                    where e.escrow = b.escrow and e.booking_id = b.booking_id) < :before
                limit :most
                """)
        .param("before", finalBeforeSeconds)
        .param("most", BOOKINGS_A_TICK)
        .query((row, i) -> BookingKey.read(row))
        .list();
  }
}
