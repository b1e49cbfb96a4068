package org.sessionsettlement.controlplane.oracle;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When to evaluate each booking next. A booking without a row is due once it has begun. */
public final class Looks {
  private final JdbcClient jdbc;

  public Looks(Database database) {
    this.jdbc = database.jdbc();
  }

  void lookAt(BookingKey key, long atMs) {
    set(key, atMs);
  }

  void never(BookingKey key) {
    set(key, null);
  }

  /**
   * Brings the next evaluation forward; it never pushes one back, and wakes nothing that is over.
   */
  public void noLaterThan(BookingKey key, long atMs) {
    jdbc.sql(
            """
            update looks set next_look_ms = least(next_look_ms, :at)
            where escrow = :escrow and booking_id = :booking and next_look_ms is not null
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("at", atMs)
        .update();
  }

  boolean isDue(BookingKey key, long nowMs) {
    return jdbc.sql(
            """
            select not exists (
              select 1 from looks
              where escrow = :escrow and booking_id = :booking
                and (next_look_ms is null or next_look_ms > :now))
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("now", nowMs)
        .query(Boolean.class)
        .single();
  }

  private void set(BookingKey key, @org.jspecify.annotations.Nullable Long atMs) {
    jdbc.sql(
            """
            insert into looks (escrow, booking_id, next_look_ms) values (:escrow, :booking, :at)
            on conflict (escrow, booking_id) do update set next_look_ms = excluded.next_look_ms
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("at", atMs)
        .update();
  }
}
