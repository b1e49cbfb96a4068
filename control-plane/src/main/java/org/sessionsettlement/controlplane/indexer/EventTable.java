package org.sessionsettlement.controlplane.indexer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.EscrowEvents;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.node.ObjectNode;

/** The mirrored events of one escrow. */
final class EventTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  EventTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void insert(List<IndexedEvent> events) {
    BulkRows.write(
        jdbc,
        """
        insert into escrow_events
        select * from jsonb_populate_recordset(null::escrow_events, :rows::jsonb)
        """,
        events.stream().map(this::row).toList());
  }

  private ObjectNode row(IndexedEvent indexed) {
    var log = indexed.log();
    var fields = EventFields.of(indexed.event());
    var topics = log.topics().stream().map(Hash32::toString).collect(Collectors.joining(","));
    return BulkRows.row()
        .put("escrow", escrow.toString())
        .put("block_number", log.blockNumber())
        .put("log_index", log.logIndex())
        .put("block_hash", log.blockHash().toString())
        .put("tx_hash", log.transactionHash().toString())
        .put("block_time_s", indexed.atSeconds())
        .put("name", indexed.event().getClass().getSimpleName())
        .put("booking_id", fields.id("booking_id").orElse(null))
        .put("slot_id", fields.id("slot_id").orElse(null))
        .put("request_id", fields.id("request_id").orElse(null))
        .putPOJO("fields", fields.byName())
        .put("topics", topics)
        .put("data", log.data().toString());
  }

  /** All events of these bookings, each booking's in their order. */
  List<IndexedEvent> ofBookings(Collection<Long> bookingIds) {
    return sql("""
            select * from escrow_events where escrow = :escrow and booking_id = any(:ids)
            order by block_number, log_index
            """)
        .param("ids", bookingIds.toArray(Long[]::new))
        .query((row, i) -> read(row))
        .list();
  }

  /** A block that holds mirrored events. */
  record EventBlock(long number, Hash32 hash, long timestampSeconds) {}

  /** The blocks that hold mirrored events, newest first. */
  List<EventBlock> blocksNewestFirst(int limit, long below) {
    return sql("""
            select distinct block_number, block_hash, block_time_s from escrow_events
            where escrow = :escrow and block_number < :below
            order by block_number desc limit :limit
            """)
        .param("below", below)
        .param("limit", limit)
        .query(
            (row, i) ->
                new EventBlock(
                    row.getLong("block_number"),
                    Hash32.parse(row.getString("block_hash")),
                    row.getLong("block_time_s")))
        .list();
  }

  /** Forgets what came after that block; answers which bookings and slots it was about. */
  Forgotten deleteAfter(long block) {
    var about =
        sql("""
                delete from escrow_events where escrow = :escrow and block_number > :block
                returning booking_id, slot_id, name
                """)
            .param("block", block)
            .query(
                (row, i) ->
                    new About(
                        row.getLong("booking_id"), row.getLong("slot_id"), row.getString("name")))
            .list();
    return new Forgotten(
        about.stream().map(About::bookingId).filter(id -> id > 0).collect(Collectors.toSet()),
        about.stream()
            .filter(one -> one.name().equals("SessionSlotCreated"))
            .map(About::slotId)
            .collect(Collectors.toSet()));
  }

  /** What deleted events were about. */
  record Forgotten(Set<Long> bookingIds, Set<Long> createdSlotIds) {}

  private record About(long bookingId, long slotId, String name) {}

  void clear() {
    sql("delete from escrow_events where escrow = :escrow").update();
  }

  /**
   * What the escrow must hold after these events: what was paid in for bookings and requests and as
   * bonds, less what was paid out. An accepted request was paid for when it was made.
   */
  BigInteger held() {
    return sql("""
            select coalesce(sum(case
              when name in ('SessionRequestCreated', 'SessionBooked')
                then (fields ->> 'amount')::numeric
              when name = 'Challenged' then (fields ->> 'bond_amount')::numeric
              when name = 'OwedWithdrawn' then - (fields ->> 'amount')::numeric
              else 0 end), 0)
              - coalesce((
                select sum((booked.fields ->> 'amount')::numeric) from escrow_events booked
                join escrow_events accepted on accepted.escrow = booked.escrow
                  and accepted.booking_id = booked.booking_id
                  and accepted.name = 'SessionRequestAccepted'
                where booked.escrow = :escrow and booked.name = 'SessionBooked'), 0)
            from escrow_events where escrow = :escrow
            """)
        .query(BigDecimal.class)
        .single()
        .toBigIntegerExact();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("escrow", escrow.toString());
  }

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
