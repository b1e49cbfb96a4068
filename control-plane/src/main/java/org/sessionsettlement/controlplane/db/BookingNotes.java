package org.sessionsettlement.controlplane.db;

import java.util.Collection;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes of bookings that something happened to, from whoever wrote it to whoever acts on it: left
 * in the one's transaction, and taken away in the other's.
 */
public final class BookingNotes {
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final String table;

  private BookingNotes(Database database, String table) {
    this.jdbc = database.jdbc();
    this.table = table;
  }

  /** Of bookings that the chain took back to Booked: an attestation has to be made again. */
  public static BookingNotes reopened(Database database) {
    return new BookingNotes(database, "reopened_bookings");
  }

  /** Of bookings whose events changed: those whom it concerns are told. */
  public static BookingNotes changed(Database database) {
    return new BookingNotes(database, "changed_bookings");
  }

  /**
   * Leaves notes. One that is there already is held until this transaction ends: whoever takes it
   * must see what happened here.
   */
  public void leave(Address escrow, Collection<Long> bookingIds) {
    jdbc.sql(
            """
            insert into %s (escrow, booking_id)
            select :escrow, id from unnest(:ids) as ids (id) order by id
            on conflict (escrow, booking_id) do update set booking_id = excluded.booking_id
            """
                .formatted(table))
        .param("escrow", escrow.toString())
        .param("ids", bookingIds.toArray(Long[]::new))
        .update();
  }

  /**
   * Takes some away, none that another transaction is at. To be called in the transaction that acts
   * on them: where that fails they are there again.
   */
  public List<BookingKey> take() {
    return jdbc.sql(
            """
            delete from %1$s where (escrow, booking_id) in (
              select escrow, booking_id from %1$s limit :most for update skip locked)
            returning escrow, booking_id
            """
                .formatted(table))
        .param("most", MOST)
        .query((row, i) -> BookingKey.read(row))
        .list();
  }
}
