package org.sessionsettlement.controlplane.oracle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transactions of ours. Every change names the stage it leaves, so that of two nodes that do
 * the same step one alone succeeds.
 */
public final class Outbox {
  /** How long a node keeps a submission to itself; a node that died loses it after this. */
  static final long CLAIM_MS = 5_000;

  private static final String OPEN = "stage in ('decided', 'signed', 'sent')";

  private final JdbcClient jdbc;

  public Outbox(Database database) {
    this.jdbc = database.jdbc();
  }

  /** Adds it, unless one of its kind is open for that booking. */
  OptionalLong add(Intent intent, long nowMs) {
    var row = SubmissionRow.of(intent);
    return jdbc
        .sql(
            """
            insert into outbox (escrow, booking_id, kind, outcome, metrics_hash, last_second, stage,
                                created_ms, next_step_ms)
            values (:escrow, :booking, :kind, :outcome, :hash, :last, 'decided', :now, :now)
            on conflict do nothing returning id
            """)
        .param("escrow", intent.booking().escrow().toString())
        .param("booking", intent.booking().bookingId())
        .param("kind", row.kind())
        .param("outcome", row.outcome())
        .param("hash", row.metricsHash())
        .param("last", intent.lastSecond())
        .param("now", nowMs)
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** Takes up to that many that are due, for a while, from the other nodes' reach. */
  List<Submission> claimDue(Duties duties, long nowMs, int limit) {
    return jdbc.sql(
            """
            update outbox set next_step_ms = :until where id in (
              select id from outbox where stage in ('decided', 'signed', 'sent')
                and next_step_ms <= :now
                and case when kind = 'attest' then :attests else :keeps end
              order by next_step_ms limit :limit for update skip locked)
            returning *
            """)
        .param("until", nowMs + CLAIM_MS)
        .param("attests", duties.attests())
        .param("keeps", duties.keeps())
        .param("now", nowMs)
        .param("limit", limit)
        .query(SubmissionRow::read)
        .list();
  }

  Optional<Submission> find(long id) {
    return jdbc.sql("select * from outbox where id = :id")
        .param("id", id)
        .query(SubmissionRow::read)
        .optional();
  }

  /** The attestation of this booking that is not over. */
  Optional<Submission> openAttestation(BookingKey key) {
    return attestation(key, OPEN);
  }

  /** The newest attestation of this booking, over or not; one that did it before all others. */
  public Optional<Submission> attestation(BookingKey key) {
    return attestation(key, "true");
  }

  private Optional<Submission> attestation(BookingKey key, String condition) {
    return jdbc.sql(
            "select * from outbox where escrow = :escrow and booking_id = :booking"
                + " and kind = 'attest' and "
                + condition
                + " order by (stage = 'confirmed' and tx_hash is not null) desc, id desc limit 1")
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query(SubmissionRow::read)
        .optional();
  }

  /** Stores the signed bytes; false where another node has stored its own. */
  boolean storeSigned(long id, StoredTransaction transaction, long nowMs) {
    return jdbc.sql(
                """
                update outbox set stage = 'signed', tx_hash = :hash, signed_bytes = :bytes,
                                  valid_before_s = :end, next_step_ms = :retry
                where id = :id and stage = 'decided'
                """)
            .param("hash", transaction.hash().toString())
            .param("bytes", transaction.bytes().toArray())
            .param("end", transaction.validBeforeSeconds())
            .param("retry", nowMs + CLAIM_MS)
            .param("id", id)
            .update()
        == 1;
  }

  void sent(long id, long nowMs, long nextStepMs) {
    jdbc.sql(
            "update outbox set stage = 'sent', sent_ms = :now, next_step_ms = :next"
                + " where id = :id and stage in ('signed', 'sent')")
        .param("now", nowMs)
        .param("next", nextStepMs)
        .param("id", id)
        .update();
  }

  void later(long id, long nextStepMs) {
    jdbc.sql("update outbox set next_step_ms = :next where id = :id and " + OPEN)
        .param("next", nextStepMs)
        .param("id", id)
        .update();
  }

  void failed(long id, String note, long nextStepMs) {
    jdbc.sql(
            "update outbox set attempts = attempts + 1, note = :note, next_step_ms = :next"
                + " where id = :id and "
                + OPEN)
        .param("note", note)
        .param("next", nextStepMs)
        .param("id", id)
        .update();
  }

  /** Ends it; false where it has gone on since it was read. */
  boolean close(Submission submission, Stage.Over how, long nowMs) {
    var end = SubmissionRow.End.of(how);
    return jdbc.sql(
                """
                update outbox set stage = :stage, note = coalesce(:note, note), closed_ms = :now,
                                  tx_hash = case when :stage = 'confirmed' then :hash else tx_hash end,
                                  confirmed_block = :block, confirmed_at_s = :at
                where id = :id and stage = :before
                """)
            .param("before", SubmissionRow.stage(submission.stage()))
            .param("stage", end.stage())
            .param("note", end.note())
            .param("hash", end.mined().map(mined -> mined.txHash().toString()).orElse(null))
            .param("block", end.mined().map(Mined::block).orElse(null))
            .param("at", end.mined().map(Mined::atSeconds).orElse(null))
            .param("now", nowMs)
            .param("id", submission.id())
            .update()
        == 1;
  }

  /** Age of the oldest that is open, in milliseconds; 0 where none is. */
  long oldestAgeMs(long nowMs) {
    return jdbc.sql("select coalesce(max(:now - created_ms), 0) from outbox where " + OPEN)
        .param("now", nowMs)
        .query(Long.class)
        .single();
  }
}
