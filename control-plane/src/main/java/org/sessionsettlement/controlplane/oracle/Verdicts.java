package org.sessionsettlement.controlplane.oracle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.BookingKey;
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

  void add(BookingKey key, VerdictRecord verdict) {
    var decision = verdict.decision();
    var charges = decision.flatMap(Decision::charges);
    jdbc.sql(
            """
            insert into verdicts (escrow, booking_id, at_ms, kind, reason, outcome, overlap_ms,
              decided_at_ms, host_missing_ms, guest_missing_ms, look_again_ms, watermark_ms,
              chain_time_s, facts)
            values (:escrow, :booking, :at, :kind, :reason, :outcome, :overlap, :decided,
              :host, :guest, :again, :watermark, :chain, :facts::jsonb)
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("at", verdict.atMs())
        .param("kind", verdict.kind().text())
        .param("reason", verdict.reason().orElse(null))
        .param("outcome", decision.map(d -> d.outcome().contractName()).orElse(null))
        .param("overlap", decision.map(Decision::overlapMs).orElse(null))
        .param("decided", decision.map(Decision::decidedAtMs).orElse(null))
        .param("host", charges.map(Charges::hostMissingMs).orElse(null))
        .param("guest", charges.map(Charges::guestMissingMs).orElse(null))
        .param("again", nullable(verdict.lookAgainMs()))
        .param("watermark", verdict.facts().watermarkMs())
        .param("chain", verdict.facts().chainTimeSeconds())
        .param("facts", FactsJson.write(verdict.facts()))
        .update();
  }

  /** The newest evaluation. */
  public Optional<VerdictRecord> newest(BookingKey key) {
    return jdbc.sql(
            """
            select * from verdicts where escrow = :escrow and booking_id = :booking
            order by id desc limit 1
            """)
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query((row, i) -> read(row))
        .optional();
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
