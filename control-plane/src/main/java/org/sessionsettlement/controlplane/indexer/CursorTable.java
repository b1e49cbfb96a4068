package org.sessionsettlement.controlplane.indexer;

import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the mirror of one escrow got, and the lock that lets one node alone write it. */
final class CursorTable {
  private static final String LOCK = "hashtextextended(:name, 1)";

  private final JdbcClient jdbc;
  private final Address escrow;

  CursorTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  /** The last block mirrored. */
  record Cursor(long blockNumber, Hash32 blockHash, long blockTimeSeconds) {
    boolean isAt(BlockRef block) {
      return block.number() == blockNumber && block.hash().equals(blockHash);
    }
  }

  /** Whether this transaction may write; the lock ends with it. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ")")
        .param("name", lockName())
        .query(Boolean.class)
        .single();
  }

  /** Waits until this transaction may write, as long as the pool's connections wait for a lock. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")")
        .param("name", lockName())
        .query(rs -> {});
  }

  private String lockName() {
    return "indexer " + escrow;
  }

  Optional<Cursor> read() {
    return jdbc.sql(
            """
            select block_number, block_hash, block_time_s from indexer_cursors
            where escrow = :escrow
            """)
        .param("escrow", escrow.toString())
        .query(
            (row, i) ->
                new Cursor(
                    row.getLong("block_number"),
                    Hash32.parse(row.getString("block_hash")),
                    row.getLong("block_time_s")))
        .optional();
  }

  void write(Cursor cursor, long fromBlock) {
    jdbc.sql(
            """
            insert into indexer_cursors (escrow, from_block, block_number, block_hash, block_time_s)
            values (:escrow, :from, :number, :hash, :time)
            on conflict (escrow) do update set from_block = excluded.from_block,
              block_number = excluded.block_number, block_hash = excluded.block_hash,
              block_time_s = excluded.block_time_s
            """)
        .param("escrow", escrow.toString())
        .param("from", fromBlock)
        .param("number", cursor.blockNumber())
        .param("hash", cursor.blockHash().toString())
        .param("time", cursor.blockTimeSeconds())
        .update();
  }

  void clear() {
    jdbc.sql("delete from indexer_cursors where escrow = :escrow")
        .param("escrow", escrow.toString())
        .update();
  }
}
