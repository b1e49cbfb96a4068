package org.sessionsettlement.controlplane.indexer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;

/** Everything that a mirror of one escrow consists of. */
public final class MirrorTables {
  private static final List<String> TABLES =
      List.of("escrow_events", "slots", "bookings", "indexer_cursors");

  private MirrorTables() {}

  /** The rows of every table as text, in an order of their own. */
  public static Map<String, List<String>> rows(Database database, Address escrow) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(
          table,
          database
              .jdbc()
              .sql(
                  "select to_jsonb(t)::text from " + table + " t where escrow = :escrow order by 1")
              .param("escrow", escrow.toString())
              .query((row, i) -> String.valueOf(row.getString(1)))
              .list());
    }
    return rows;
  }
}
