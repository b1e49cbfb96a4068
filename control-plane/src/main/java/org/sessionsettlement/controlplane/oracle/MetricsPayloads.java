package org.sessionsettlement.controlplane.oracle;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes that metrics hashes commit to, kept for good. */
public final class MetricsPayloads {
  private final JdbcClient jdbc;

  public MetricsPayloads(Database database) {
    this.jdbc = database.jdbc();
  }

  /** A payload and the hash it is found by. */
  public record Payload(Hash32 hash, Bytes bytes) {}

  /** A payload of a booking, to be stored. */
  record Entry(BookingKey key, Payload payload) {}

  void storeAll(List<Entry> entries, long nowMs) {
    jdbc.sql(
            """
            insert into metrics_payloads (escrow, booking_id, metrics_hash, payload, stored_ms)
            select escrow, booking_id, hash, decode(payload, 'hex'), :now
            from unnest(:escrows::text[], :bookings::bigint[], :hashes::text[], :payloads::text[])
              p (escrow, booking_id, hash, payload)
            on conflict do nothing
            """)
        .param("escrows", Columns.text(entries, entry -> entry.key().escrow().toString()))
        .param("bookings", Columns.numbers(entries, entry -> entry.key().bookingId()))
        .param("hashes", Columns.text(entries, entry -> entry.payload().hash().toString()))
        .param(
            "payloads",
            Columns.text(
                entries, entry -> HexFormat.of().formatHex(entry.payload().bytes().toArray())))
        .param("now", nowMs)
        .update();
  }

  Set<Hash32> hashes(BookingKey key) {
    return jdbc
        .sql("select metrics_hash from metrics_payloads where escrow = :escrow and booking_id = :b")
        .param("escrow", key.escrow().toString())
        .param("b", key.bookingId())
        .query((row, i) -> Hash32.parse(row.getString(1)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The payload that the chain committed to, or else the newest. */
  public Optional<Payload> find(BookingKey key, Optional<Hash32> onChain) {
    return jdbc.sql(
            """
            select metrics_hash, payload from metrics_payloads
            where escrow = :escrow and booking_id = :booking
              and (:hash::text is null or metrics_hash = :hash)
            order by stored_ms desc limit 1
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("hash", onChain.map(Hash32::toString).orElse(null))
        .query(
            (row, i) ->
                new Payload(
                    Hash32.parse(row.getString("metrics_hash")), Bytes.of(row.getBytes("payload"))))
        .optional();
  }
}
