package org.sessionsettlement.controlplane.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signed transactions: stored before they are sent, followed until they are over. */
final class Transactions {
  private final JdbcClient jdbc;

  Transactions(Database database) {
    this.jdbc = database.jdbc();
  }

  /** How a transaction ended. */
  enum End {
    MINED,
    REVERTED,
    EXPIRED
  }

  /**
   * A stored transaction without its members.
   *
   * @param sentMs when it was last sent; empty where that is not known to have happened
   */
  record Row(StoredTransaction transaction, OptionalLong sentMs) {
    Hash32 hash() {
      return transaction.hash();
    }
  }

  void insert(StoredTransaction transaction, long nowMs) {
    jdbc.sql(
            """
            insert into transactions
              (tx_hash, signed_bytes, valid_before_s, stage, signed_ms, next_step_ms)
            values (:hash, :bytes, :end, 'open', :now, :retry)
            """)
        .param("hash", transaction.hash().toString())
        .param("bytes", transaction.bytes().toArray())
        .param("end", transaction.validBeforeSeconds())
        .param("now", nowMs)
        .param("retry", nowMs + Outbox.CLAIM_MS)
        .update();
  }

  /** Takes up to that many that are due, for a while, from the other nodes' reach. */
  List<Row> claimDue(long nowMs, int limit) {
    return jdbc.sql(
            """
            update transactions set next_step_ms = :until where tx_hash in (
              select tx_hash from transactions where stage = 'open' and next_step_ms <= :now
              order by next_step_ms limit :limit for update skip locked)
            returning *
            """)
        .param("until", nowMs + Outbox.CLAIM_MS)
        .param("now", nowMs)
        .param("limit", limit)
        .query((row, i) -> read(row))
        .list();
  }

  List<Row> find(Hash32 hash) {
    return jdbc.sql("select * from transactions where tx_hash = :hash and stage = 'open'")
        .param("hash", hash.toString())
        .query((row, i) -> read(row))
        .list();
  }

  int open() {
    return jdbc.sql("select count(*) from transactions where stage = 'open'")
        .query(Integer.class)
        .single();
  }

  void sent(Hash32 hash, long nowMs, long nextStepMs) {
    jdbc.sql(
            "update transactions set sent_ms = :now, next_step_ms = :next"
                + " where tx_hash = :hash and stage = 'open'")
        .param("now", nowMs)
        .param("next", nextStepMs)
        .param("hash", hash.toString())
        .update();
  }

  void later(List<Hash32> hashes, long nextStepMs) {
    jdbc.sql(
            "update transactions set next_step_ms = :next"
                + " where tx_hash = any(:hashes) and stage = 'open'")
        .param("next", nextStepMs)
        .param("hashes", hashes.stream().map(Hash32::toString).toArray(String[]::new))
        .update();
  }

  /** Ends those that another node has not; the hashes of those. */
  Set<Hash32> close(List<Ending> endings, long nowMs) {
    return Set.copyOf(
        jdbc.sql(
                """
                update transactions t set stage = e.stage, closed_ms = :now
                from unnest(:hashes::text[], :stages::text[]) e (hash, stage)
                where t.tx_hash = e.hash and t.stage = 'open' returning t.tx_hash
                """)
            .param("hashes", Columns.text(endings, one -> one.transaction().toString()))
            .param(
                "stages", Columns.text(endings, one -> one.end().name().toLowerCase(Locale.ROOT)))
            .param("now", nowMs)
            .query((row, i) -> Hash32.parse(row.getString(1)))
            .list());
  }

  private static Row read(ResultSet row) throws SQLException {
    var transaction =
        new StoredTransaction(
            Hash32.parse(row.getString("tx_hash")),
            Bytes.of(row.getBytes("signed_bytes")),
            row.getLong("valid_before_s"));
    long sentMs = row.getLong("sent_ms");
    return new Row(transaction, row.wasNull() ? OptionalLong.empty() : OptionalLong.of(sentMs));
  }
}
