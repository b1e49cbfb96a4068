package org.sessionsettlement.cli.chaos;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.Gaps;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the installation has on record, read from its tables without its own code where possible.
 */
final class Records {
  private final Gaps gaps;
  private final JdbcClient jdbc;

  Records(Database database) {
    this.gaps = new Gaps(database);
    this.jdbc = database.jdbc();
  }

  /** What was recorded last of a booking. */
  record Verdict(
      String kind, Optional<String> reason, Optional<String> outcome, long chainTimeSeconds) {}

  /** The presence log as it stands, for the rulebook. */
  Facts facts(HeldSession session, long chainTimeSeconds) {
    return new Facts(
        session.terms(),
        presence(session, "host"),
        presence(session, "guest"),
        gaps.within(new Interval(session.terms().startMs(), session.terms().endMs())),
        jdbc.sql("select max(at_ms) from liveness").query(Long.class).single(),
        chainTimeSeconds);
  }

  private List<Interval> presence(HeldSession session, String role) {
    return jdbc.sql(
            """
            select joined_ms, coalesce(left_ms, last_seen_ms) as until_ms from room_participants
            where booking_id = :booking and role = :role
              and coalesce(left_ms, last_seen_ms) > joined_ms
            """)
        .param("booking", session.bookingId())
        .param("role", role)
        .query((row, i) -> new Interval(row.getLong("joined_ms"), row.getLong("until_ms")))
        .list();
  }

  Optional<Verdict> lastVerdict(HeldSession session) {
    return jdbc.sql(
            """
            select kind, reason, outcome, chain_time_s from verdicts
            where booking_id = :booking order by id desc limit 1
            """)
        .param("booking", session.bookingId())
        .query(
            (row, i) ->
                new Verdict(
                    row.getString("kind"),
                    Optional.ofNullable(row.getString("reason")),
                    Optional.ofNullable(row.getString("outcome")),
                    row.getLong("chain_time_s")))
        .optional();
  }

  Optional<Bytes> payload(HeldSession session, Hash32 hash) {
    return jdbc.sql(
            "select payload from metrics_payloads"
                + " where booking_id = :booking and metrics_hash = :hash")
        .param("booking", session.bookingId())
        .param("hash", hash.toString())
        .query(byte[].class)
        .optional()
        .map(Bytes::of);
  }

  String mirroredStatus(HeldSession session) {
    return jdbc.sql("select status from bookings where booking_id = :booking")
        .param("booking", session.bookingId())
        .query(String.class)
        .single();
  }

  /** Submissions that are still under way. */
  List<String> underWay() {
    return jdbc.sql(
            "select booking_id || ' ' || kind || ' ' || stage || ' ' || coalesce(note, '')"
                + " from outbox where stage in ('decided', 'signed')")
        .query((row, i) -> row.getString(1))
        .list();
  }

  List<String> differencesFromTheChain() {
    return jdbc.sql(
            """
            select booking_id || '.' || field || ': ' || mirror_value || ' is ' || chain_value
            from mirror_differences where gone_ms is null
            """)
        .query((row, i) -> row.getString(1))
        .list();
  }

  /** Which events the mirror has, as the chain names them. */
  List<String> mirroredEvents() {
    return jdbc.sql(
            "select block_hash || ' ' || log_index || ' ' || tx_hash from escrow_events"
                + " order by block_number, log_index")
        .query((row, i) -> row.getString(1))
        .list();
  }
}
