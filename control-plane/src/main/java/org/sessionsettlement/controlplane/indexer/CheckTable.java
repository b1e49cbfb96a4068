package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is compared next: two walks through the bookings, beginning again at their ends. */
final class CheckTable {
  private static final String FINAL = "status in ('CANCELLED', 'FINALIZED')";

  private final Database database;
  private final JdbcClient jdbc;
  private final Address escrow;
  private final CursorTable cursors;
  private final EventTable events;

  CheckTable(Database database, Address escrow) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.escrow = escrow;
    this.cursors = new CursorTable(database, escrow);
    this.events = new EventTable(database, escrow);
  }

  /**
   * A part of the mirror, all as of one block.
   *
   * @param afterOpen where the walk through open bookings goes on, 0 at its beginning
   * @param afterFinal likewise that through final ones
   */
  record Part(
      long block,
      Hash32 hash,
      List<MirroredState> bookings,
      EscrowSource.Totals totals,
      long afterOpen,
      long afterFinal) {}

  private record Walks(long afterOpen, long afterFinal) {}

  /** Empty where nothing is mirrored, or somebody writes the mirror just now. */
  Optional<Part> next(int open, int done) {
    return database.inTransaction(
        () ->
            cursors.tryLock() ? cursors.read().map(at -> part(at, open, done)) : Optional.empty());
  }

  private Part part(CursorTable.Cursor at, int open, int done) {
    var walks = walks();
    var opened = page("not " + FINAL, walks.afterOpen(), open);
    var finals = page(FINAL, walks.afterFinal(), done);
    var known =
        page(
            "exists (select 1 from mirror_differences d where d.escrow = b.escrow"
                + " and d.booking_id = b.booking_id and d.gone_ms is null)",
            0,
            open);
    var all = Stream.of(opened, finals, known).flatMap(List::stream).distinct().toList();
    return new Part(
        at.blockNumber(), at.blockHash(), all, totals(), last(opened, open), last(finals, done));
  }

  private static long last(List<MirroredState> page, int size) {
    return page.size() < size ? 0 : page.getLast().bookingId();
  }

  private Walks walks() {
    return jdbc.sql("select after_open, after_final from mirror_checks where escrow = :escrow")
        .param("escrow", escrow.toString())
        .query((row, i) -> new Walks(row.getLong("after_open"), row.getLong("after_final")))
        .optional()
        .orElse(new Walks(0, 0));
  }

  private List<MirroredState> page(String condition, long after, int size) {
    return jdbc.sql(
            "select * from bookings b where escrow = :escrow and booking_id > :after and "
                + condition
                + " order by booking_id limit :size")
        .param("escrow", escrow.toString())
        .param("after", after)
        .param("size", size)
        .query((row, i) -> MirroredState.read(row))
        .list();
  }

  private EscrowSource.Totals totals() {
    return new EscrowSource.Totals(events.held(), count("slots"), count("bookings"));
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table + " where escrow = :escrow")
        .param("escrow", escrow.toString())
        .query(Long.class)
        .single();
  }

  void done(Part part, long nowMs) {
    jdbc.sql(
            """
            insert into mirror_checks values (:escrow, :now, :open, :final)
            on conflict (escrow) do update set checked_ms = excluded.checked_ms,
              after_open = excluded.after_open, after_final = excluded.after_final
            """)
        .param("escrow", escrow.toString())
        .param("now", nowMs)
        .param("open", part.afterOpen())
        .param("final", part.afterFinal())
        .update();
  }
}
