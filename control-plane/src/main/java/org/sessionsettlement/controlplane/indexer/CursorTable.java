package org.sessionsettlement.controlplane.indexer;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the mirror of one escrow got, and the lock that lets one node alone write it. */
final class CursorTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  CursorTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  /** The last block mirrored. */
  record Cursor(long blockNumber, Hash32 blockHash) {}

  /** Whether this transaction may write; the lock ends with it. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 1))")
        .param("name", "indexer " + escrow)
        .query(Boolean.class)
        .single();
  }

  Optional<Cursor> read() {
    return jdbc.sql("select block_number, block_hash from indexer_cursors where escrow = :escrow")
        .param("escrow", escrow.toString())
        .query(
            (row, i) ->
                new Cursor(row.getLong("block_number"), Hash32.parse(row.getString("block_hash"))))
        .optional();
  }

  void write(BlockRef block) {
    jdbc.sql(
            """
            insert into indexer_cursors (escrow, block_number, block_hash)
            values (:escrow, :number, :hash)
            on conflict (escrow) do update
              set block_number = excluded.block_number, block_hash = excluded.block_hash
            """)
        .param("escrow", escrow.toString())
        .param("number", block.number())
        .param("hash", block.hash().toString())
        .update();
  }

  void clear() {
    jdbc.sql("delete from indexer_cursors where escrow = :escrow")
        .param("escrow", escrow.toString())
        .update();
  }
}
