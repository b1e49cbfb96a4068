package org.sessionsettlement.controlplane.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes that operators forced. None is ever changed; of a booking the newest stands. */
public final class Overrides {
  private final JdbcClient jdbc;

  public Overrides(Database database) {
    this.jdbc = database.jdbc();
  }

  void add(ForcedOutcome forced, long nowMs) {
    jdbc.sql(
            """
            insert into overrides (escrow, booking_id, outcome, metrics_hash, computed_outcome,
              operator, reason, signed_ms, request_hash, last_second, recorded_ms)
            values (:escrow, :booking, :outcome, :hash, :computed, :operator, :reason, :signed,
              :request, :last, :now)
            """)
        .param("escrow", forced.booking().escrow().toString())
        .param("booking", forced.booking().bookingId())
        .param("outcome", forced.outcome().contractName())
        .param("hash", forced.metricsHash().toString())
        .param("computed", forced.computed().map(Outcome::contractName).orElse(null))
        .param("operator", forced.operator().toString())
        .param("reason", forced.reason())
        .param("signed", forced.signedAtMs())
        .param("request", forced.requestHash().toString())
        .param("last", forced.lastSecond())
        .param("now", nowMs)
        .update();
  }

  /** Whether a request was taken before. */
  boolean hasTaken(Hash32 requestHash) {
    return jdbc.sql("select count(*) from overrides where request_hash = :request")
            .param("request", requestHash.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** What stands for this booking. */
  public Optional<ForcedOutcome> standing(BookingKey key) {
    return Optional.ofNullable(standing(List.of(key)).get(key));
  }

  /** What stands for those of these bookings that were overridden. */
  Map<BookingKey, ForcedOutcome> standing(List<BookingKey> keys) {
    return jdbc
        .sql(
            """
            select distinct on (escrow, booking_id) o.* from overrides o
            join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
              using (escrow, booking_id)
            order by escrow, booking_id, id desc
            """)
        .param("escrows", Columns.escrows(keys))
        .param("bookings", Columns.bookings(keys))
        .query((row, i) -> read(row))
        .list()
        .stream()
        .collect(Collectors.toMap(ForcedOutcome::booking, forced -> forced));
  }

  private static ForcedOutcome read(ResultSet row) throws SQLException {
    return new ForcedOutcome(
        BookingKey.read(row),
        outcome(row.getString("outcome")),
        Hash32.parse(row.getString("metrics_hash")),
        Optional.ofNullable(row.getString("computed_outcome")).map(Overrides::outcome),
        Address.parse(row.getString("operator")),
        row.getString("reason"),
        row.getLong("signed_ms"),
        Hash32.parse(row.getString("request_hash")),
        row.getLong("last_second"));
  }

  private static Outcome outcome(String name) {
    return Outcome.ofContractName(name).orElseThrow();
  }
}
