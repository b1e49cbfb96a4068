package org.sessionsettlement.controlplane.indexer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many rows in one statement: they go to PostgreSQL as one JSON array, whose members are named as
 * the table's columns, and are rows again there (jsonb_populate_recordset).
 */
final class BulkRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ROWS_A_STATEMENT = 1_000;

  private BulkRows() {}

  /** An empty row. */
  static ObjectNode row() {
    return JSON.createObjectNode();
  }

  /**
   * Runs a statement that takes the rows as its parameter {@code rows}, as often as their number
   * wants it.
   */
  static void write(JdbcClient jdbc, String sql, List<ObjectNode> rows) {
    parts(rows).forEach(part -> jdbc.sql(sql).param("rows", part).update());
  }

  /** The same, for a statement that returns an id of each row that it wrote. */
  static List<Long> writeReturningIds(JdbcClient jdbc, String sql, List<ObjectNode> rows) {
    return parts(rows)
        .flatMap(part -> jdbc.sql(sql).param("rows", part).query(Long.class).list().stream())
        .toList();
  }

  private static Stream<String> parts(List<ObjectNode> rows) {
    return IntStream.iterate(0, from -> from < rows.size(), from -> from + ROWS_A_STATEMENT)
        .mapToObj(from -> rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)))
        .map(JSON::writeValueAsString);
  }
}
