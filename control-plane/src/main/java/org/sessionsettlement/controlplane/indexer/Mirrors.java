package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mirrors that a database holds, for programs beside the service. */
public final class Mirrors {
  private final JdbcClient jdbc;

  public Mirrors(Database database) {
    this.jdbc = database.jdbc();
  }

  /** A mirrored escrow, and the block that its mirror begins with. */
  public record Mirrored(Address escrow, long fromBlock) {}

  /**
   * A field of which mirror and chain say different things.
   *
   * @param bookingId 0 for the escrow as a whole
   * @param foundMs since when, milliseconds since the epoch
   */
  public record Differs(long bookingId, String field, String mirror, String chain, long foundMs) {}

  /** Those that there are. */
  public List<Mirrored> all() {
    return jdbc.sql("select escrow, from_block from indexer_cursors order by escrow")
        .query(
            (row, i) ->
                new Mirrored(Address.parse(row.getString("escrow")), row.getLong("from_block")))
        .list();
  }

  /** How many parts of it a {@link Reconciliation} compares until it has been through all. */
  public int parts(Address escrow) {
    return jdbc.sql(
            """
            select 1 + greatest(
              count(*) filter (where status not in ('CANCELLED', 'FINALIZED')) / :open,
              count(*) filter (where status in ('CANCELLED', 'FINALIZED')) / :final)
            from bookings where escrow = :escrow
            """)
        .param("open", Reconciliation.OPEN_A_CHECK)
        .param("final", Reconciliation.FINAL_A_CHECK)
        .param("escrow", escrow.toString())
        .query(Integer.class)
        .single();
  }

  /** What was found to differ and is not found gone. */
  public List<Differs> differences(Address escrow) {
    return jdbc.sql(
            """
            select * from mirror_differences where escrow = :escrow and gone_ms is null
            order by booking_id, field
            """)
        .param("escrow", escrow.toString())
        .query(
            (row, i) ->
                new Differs(
                    row.getLong("booking_id"),
                    row.getString("field"),
                    row.getString("mirror_value"),
                    row.getString("chain_value"),
                    row.getLong("found_ms")))
        .list();
  }
}
