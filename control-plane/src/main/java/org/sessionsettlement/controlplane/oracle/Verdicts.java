package org.sessionsettlement.controlplane.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.rules.Charges;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every evaluation, with what it was made from. */
public final class Verdicts {
  private final JdbcClient jdbc;

  public Verdicts(Database database) {
    this.jdbc = database.jdbc();
  }

  /** A verdict on a booking. */
  record Entry(BookingKey key, VerdictRecord verdict) {
    @Nullable String outcome() {
      return verdict.decision().map(made -> made.outcome().contractName()).orElse(null);
    }

    <T> @Nullable T decision(Function<Decision, T> member) {
      return verdict.decision().map(member).orElse(null);
    }

    @Nullable Long charge(ToLongFunction<Charges> charge) {
      return verdict.decision().flatMap(Decision::charges).map(charge::applyAsLong).orElse(null);
    }
  }

  void addAll(List<Entry> entries) {
    jdbc.sql(
            """
            insert into verdicts (escrow, booking_id, at_ms, kind, reason, outcome, overlap_ms,
              decided_at_ms, host_missing_ms, guest_missing_ms, look_again_ms, watermark_ms,
              chain_time_s, facts)
            select escrow, booking_id, at_ms, kind, reason, outcome, overlap_ms, decided_at_ms,
              host_missing_ms, guest_missing_ms, look_again_ms, watermark_ms, chain_time_s,
              facts::jsonb
            from unnest(:escrows::text[], :bookings::bigint[], :ats::bigint[], :kinds::text[],
              :reasons::text[], :outcomes::text[], :overlaps::bigint[], :decided::bigint[],
              :hosts::bigint[], :guests::bigint[], :agains::bigint[], :watermarks::bigint[],
              :chains::bigint[], :facts::text[])
              v (escrow, booking_id, at_ms, kind, reason, outcome, overlap_ms, decided_at_ms,
                 host_missing_ms, guest_missing_ms, look_again_ms, watermark_ms, chain_time_s,
                 facts)
            """)
        .param("escrows", Columns.text(entries, entry -> entry.key().escrow().toString()))
        .param("bookings", Columns.numbers(entries, entry -> entry.key().bookingId()))
        .param("ats", Columns.numbers(entries, entry -> entry.verdict().atMs()))
        .param("kinds", Columns.text(entries, entry -> entry.verdict().kind().text()))
        .param("reasons", Columns.text(entries, entry -> entry.verdict().reason().orElse(null)))
        .param("outcomes", Columns.text(entries, Entry::outcome))
        .param("overlaps", Columns.numbers(entries, entry -> entry.decision(Decision::overlapMs)))
        .param("decided", Columns.numbers(entries, entry -> entry.decision(Decision::decidedAtMs)))
        .param("hosts", Columns.numbers(entries, entry -> entry.charge(Charges::hostMissingMs)))
        .param("guests", Columns.numbers(entries, entry -> entry.charge(Charges::guestMissingMs)))
        .param("agains", Columns.numbers(entries, entry -> nullable(entry.verdict().lookAgainMs())))
        .param(
            "watermarks", Columns.numbers(entries, entry -> entry.verdict().facts().watermarkMs()))
        .param(
            "chains", Columns.numbers(entries, entry -> entry.verdict().facts().chainTimeSeconds()))
        .param("facts", Columns.text(entries, entry -> FactsJson.write(entry.verdict().facts())))
        .update();
  }

  /** The newest evaluation. */
  public Optional<VerdictRecord> newest(BookingKey key) {
    return newest(key, 1).stream().findFirst();
  }

  /** The newest evaluations, the last one first. */
  public List<VerdictRecord> newest(BookingKey key, int limit) {
    return jdbc.sql(
            """
            select * from verdicts where escrow = :escrow and booking_id = :booking
            order by id desc limit :limit
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("limit", limit)
        .query((row, i) -> read(row))
        .list();
  }

  private static VerdictRecord read(ResultSet row) throws SQLException {
    return new VerdictRecord(
        VerdictRecord.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("reason")),
        decision(row),
        row.getLong("at_ms"),
        optional(row.getObject("look_again_ms", Long.class)),
        FactsJson.read(row.getString("facts")));
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    String name = row.getString("outcome");
    if (name == null) {
      return Optional.empty();
    }
    var outcome = Outcome.ofContractName(name).orElseThrow();
    var charges =
        outcome.isNoShow()
            ? Optional.of(
                new Charges(row.getLong("host_missing_ms"), row.getLong("guest_missing_ms")))
            : Optional.<Charges>empty();
    return Optional.of(
        new Decision(outcome, row.getLong("overlap_ms"), row.getLong("decided_at_ms"), charges));
  }

  private static @Nullable Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
