package org.sessionsettlement.controlplane.session;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What presence asks about the service's own liveness, and the watermarks already used. */
final class Watching {
  private final JdbcClient jdbc;

  Watching(Database database) {
    this.jdbc = database.jdbc();
  }

  OptionalLong newestRowMs() {
    return optional(
        jdbc.sql("select max(at_ms) from liveness").query(Long.class).optional().orElse(null));
  }

  /** The rows around the end of the lease of a connection last seen then. */
  Watch aroundLeaseEnd(long lastSeenMs) {
    return jdbc.sql(
            """
            select (select max(at_ms) from liveness where at_ms <= :end) as last_row,
                   (select min(at_ms) from liveness where at_ms > :end) as next_row
            """)
        .param("end", lastSeenMs + Lease.LENGTH_MS)
        .query(
            (row, i) ->
                new Watch(
                    optional(row.getObject("last_row", Long.class)),
                    optional(row.getObject("next_row", Long.class))))
        .single();
  }

  /** The furthest watermark a verdict on this booking was made from; 0 before the first. */
  long usedWatermarkMs(BookingKey booking) {
    return jdbc.sql(
            "select watermark_ms from used_watermarks"
                + " where escrow = :escrow and booking_id = :booking")
        .param("escrow", booking.escrow().toString())
        .param("booking", booking.bookingId())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  void recordUsed(Map<BookingKey, Long> watermarksMs) {
    var bookings = List.copyOf(watermarksMs.keySet());
    jdbc.sql(
            """
            insert into used_watermarks (escrow, booking_id, watermark_ms)
            select * from unnest(:escrows::text[], :bookings::bigint[], :watermarks::bigint[])
            on conflict (escrow, booking_id) do update
              set watermark_ms = greatest(used_watermarks.watermark_ms, excluded.watermark_ms)
            """)
        .param("escrows", Columns.escrows(bookings))
        .param("bookings", Columns.bookings(bookings))
        .param("watermarks", Columns.numbers(bookings, watermarksMs::get))
        .update();
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
