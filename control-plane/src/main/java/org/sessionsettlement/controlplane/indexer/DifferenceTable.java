package org.sessionsettlement.controlplane.indexer;

import java.util.Collection;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The differences ever found between a mirror and its chain. */
final class DifferenceTable {
  private final Database database;
  private final JdbcClient jdbc;
  private final Address escrow;

  DifferenceTable(Database database, Address escrow) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  /** Writes what a comparison of these bookings found; answers which of it is new. */
  List<Difference> replace(
      Collection<Long> compared, List<Difference> found, long block, long nowMs) {
    return database.inTransaction(
        () -> {
          var fresh = found.stream().filter(one -> upsert(one, block, nowMs)).toList();
          jdbc.sql(
                  """
                  update mirror_differences set gone_ms = :now where escrow = :escrow
                    and booking_id = any(:ids) and gone_ms is null and seen_ms < :now
                  """)
              .param("escrow", escrow.toString())
              .param("ids", compared.toArray(Long[]::new))
              .param("now", nowMs)
              .update();
          return fresh;
        });
  }

  private boolean upsert(Difference one, long block, long nowMs) {
    return jdbc.sql(
            """
            insert into mirror_differences as d (escrow, booking_id, field, mirror_value,
              chain_value, block_number, found_ms, seen_ms)
            values (:escrow, :booking, :field, :mirror, :chain, :block, :now, :now)
            on conflict (escrow, booking_id, field) do update set
              mirror_value = excluded.mirror_value, chain_value = excluded.chain_value,
              block_number = excluded.block_number, seen_ms = excluded.seen_ms, gone_ms = null,
              found_ms = case when d.gone_ms is null then d.found_ms else excluded.found_ms end
            returning found_ms = :now
            """)
        .param("escrow", escrow.toString())
        .param("booking", one.bookingId())
        .param("field", one.field())
        .param("mirror", one.mirror())
        .param("chain", one.chain())
        .param("block", block)
        .param("now", nowMs)
        .query(Boolean.class)
        .single();
  }

  long countOpen() {
    return jdbc.sql(
            "select count(*) from mirror_differences where escrow = :escrow and gone_ms is null")
        .param("escrow", escrow.toString())
        .query(Long.class)
        .single();
  }
}
