package org.sessionsettlement.bench.oracle;

import java.time.Duration;
import java.util.List;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;

/** Who was there, written straight into the presence log, where heartbeats would have put it. */
record Attendance(Database database) {
  /** Host and guest of each were there from then until the end. */
  void bothKept(List<BookingKey> bookings, long startSeconds) {
    long untilSeconds = startSeconds + BookedEscrow.DURATION_S;
    present(bookings, "host", BookedEscrow.HOST.address(), startSeconds, untilSeconds);
    present(bookings, "guest", BookedEscrow.GUEST.address(), startSeconds, untilSeconds);
  }

  private void present(
      List<BookingKey> bookings, String role, Address wallet, long fromSeconds, long untilSeconds) {
    database
        .jdbc()
        .sql(
            """
            insert into room_participants (connection_id, escrow, booking_id, wallet, role,
              joined_ms, last_seen_ms, left_ms, leave_reason)
            select gen_random_uuid(), escrow, booking_id, :wallet, :role, :from, :until, :until,
              'left'
            from unnest(:escrows::text[], :bookings::bigint[]) b (escrow, booking_id)
            """)
        .param("escrows", Columns.escrows(bookings))
        .param("bookings", Columns.bookings(bookings))
        .param("wallet", wallet.toString())
        .param("role", role)
        .param("from", Duration.ofSeconds(fromSeconds).toMillis())
        .param("until", Duration.ofSeconds(untilSeconds).toMillis())
        .update();
  }
}
