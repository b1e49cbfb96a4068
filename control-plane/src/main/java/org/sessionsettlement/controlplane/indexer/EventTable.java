package org.sessionsettlement.controlplane.indexer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mirrored events of one escrow. */
final class EventTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  EventTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void insert(IndexedEvent indexed) {
    var log = indexed.log();
    var fields = EventFields.of(indexed.event());
    jdbc.sql(
            """
            insert into escrow_events (escrow, block_number, log_index, block_hash, tx_hash,
              block_time_s, name, booking_id, slot_id, request_id, fields, topics, data)
            values (:escrow, :block, :index, :hash, :tx, :at, :name, :booking, :slot, :request,
              :fields::jsonb, :topics, :data)
            """)
        .param("escrow", escrow.toString())
        .param("block", log.blockNumber())
        .param("index", log.logIndex())
        .param("hash", log.blockHash().toString())
        .param("tx", log.transactionHash().toString())
        .param("at", indexed.atSeconds())
        .param("name", indexed.event().getClass().getSimpleName())
        .param("booking", fields.id("booking_id").orElse(null))
        .param("slot", fields.id("slot_id").orElse(null))
        .param("request", fields.id("request_id").orElse(null))
        .param("fields", fields.json())
        .param(
            "topics", log.topics().stream().map(Hash32::toString).collect(Collectors.joining(",")))
        .param("data", log.data().toString())
        .update();
  }

  List<IndexedEvent> ofBooking(long bookingId) {
    return jdbc.sql(
            """
            select * from escrow_events where escrow = :escrow and booking_id = :booking
            order by block_number, log_index
            """)
        .param("escrow", escrow.toString())
        .param("booking", bookingId)
        .query((row, i) -> read(row))
        .list();
  }

  /** The blocks that hold mirrored events, newest first. */
  List<BlockRef> blocksNewestFirst(int limit, long below) {
    return jdbc.sql(
            """
            select distinct block_number, block_hash, block_time_s from escrow_events
            where escrow = :escrow and block_number < :below
            order by block_number desc limit :limit
            """)
        .param("escrow", escrow.toString())
        .param("below", below)
        .param("limit", limit)
        .query(
            (row, i) ->
                new BlockRef(
                    row.getLong("block_number"),
                    Hash32.parse(row.getString("block_hash")),
                    row.getLong("block_time_s")))
        .list();
  }

  /** Forgets what came after that block; answers which bookings and slots it was about. */
  Forgotten deleteAfter(long block) {
    var about =
        jdbc.sql(
                """
                delete from escrow_events where escrow = :escrow and block_number > :block
                returning booking_id, slot_id, name
                """)
            .param("escrow", escrow.toString())
            .param("block", block)
            .query(
                (row, i) ->
                    new About(
                        row.getLong("booking_id"), row.getLong("slot_id"), row.getString("name")))
            .list();
    return new Forgotten(
        about.stream().map(About::bookingId).filter(id -> id > 0).distinct().toList(),
        about.stream()
            .filter(one -> one.name().equals("SessionSlotCreated"))
            .map(About::slotId)
            .toList());
  }

  /** What deleted events were about. */
  record Forgotten(List<Long> bookingIds, List<Long> createdSlotIds) {}

  private record About(long bookingId, long slotId, String name) {}

  private IndexedEvent read(ResultSet row) throws SQLException {
    var log =
        new Log(
            escrow,
            Arrays.stream(row.getString("topics").split(",", -1)).map(Hash32::parse).toList(),
            Bytes.fromHex(row.getString("data")),
            row.getLong("block_number"),
            Hash32.parse(row.getString("block_hash")),
            Hash32.parse(row.getString("tx_hash")),
            row.getLong("log_index"));
    return new IndexedEvent(
        log, EscrowEvents.decode(log).orElseThrow(), row.getLong("block_time_s"));
  }
}
