package org.sessionsettlement.controlplane.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be done on chain. Every change names the stage it leaves, so that of two nodes that do
 * the same step one alone succeeds.
 */
public final class Outbox {
  /** How long a node keeps a step to itself; a node that died loses it after this. */
  static final long CLAIM_MS = 5_000;

  private static final String WITH_TRANSACTION =
      """
      select o.*, t.signed_bytes, t.valid_before_s, t.sent_ms
      from outbox o left join transactions t using (tx_hash)
      """;

  private final JdbcClient jdbc;

  public Outbox(Database database) {
    this.jdbc = database.jdbc();
  }

  /** An end of a submission, to be stored if it still is where it was read. */
  record Closing(Submission submission, Stage.Over how) {}

  /** Adds it, unless one of its kind is open for that booking. */
  OptionalLong add(Intent intent, long nowMs) {
    return addAll(List.of(intent), nowMs).values().stream().mapToLong(Long::longValue).findFirst();
  }

  /** Adds those of them (one kind, a booking each) of which none is open; the ids they have. */
  Map<BookingKey, Long> addAll(List<? extends Intent> intents, long nowMs) {
    var rows = intents.stream().map(SubmissionRow::of).toList();
    var added = new HashMap<BookingKey, Long>();
    jdbc.sql(
            """
            insert into outbox (escrow, booking_id, kind, outcome, metrics_hash, last_second, stage,
                                created_ms, next_step_ms)
            select *, 'decided', :now, :now from unnest(:escrows::text[], :bookings::bigint[],
              :kinds::text[], :outcomes::text[], :hashes::text[], :lasts::bigint[])
            on conflict do nothing returning id, escrow, booking_id
            """)
        .param("escrows", Columns.text(intents, intent -> intent.booking().escrow().toString()))
        .param("bookings", Columns.numbers(intents, intent -> intent.booking().bookingId()))
        .param("kinds", Columns.text(rows, SubmissionRow::kind))
        .param("outcomes", Columns.text(rows, SubmissionRow::outcome))
        .param("hashes", Columns.text(rows, SubmissionRow::metricsHash))
        .param("lasts", Columns.numbers(intents, Intent::lastSecond))
        .param("now", nowMs)
        .query(
            row -> {
              added.put(BookingKey.read(row), row.getLong("id"));
            });
    return added;
  }

  /**
   * Takes up to that many that are decided and due, for a while, from the other nodes' reach; what
   * has its window's end soonest first.
   */
  List<Submission> claimDecided(Duties duties, long nowMs, int limit) {
    return jdbc.sql(
            """
            with claimed as (
              update outbox set next_step_ms = :until where id in (
                select id from outbox where stage = 'decided' and next_step_ms <= :now
                  and case when kind = 'attest' then :attests else :keeps end
                order by last_second, next_step_ms limit :limit for update skip locked)
              returning *)
            select *, null::bytea as signed_bytes, 0 as valid_before_s, null::bigint as sent_ms
            from claimed order by last_second, id
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
    return jdbc.sql(WITH_TRANSACTION + "where o.id = :id")
        .param("id", id)
        .query(SubmissionRow::read)
        .optional();
  }

  /** These transactions with the submissions in each that are not over. */
  List<SentTransaction> withMembers(List<Transactions.Row> transactions) {
    var members = new HashMap<Hash32, List<Submission>>();
    var byHash =
        transactions.stream().collect(Collectors.toMap(Transactions.Row::hash, row -> row));
    jdbc.sql("select * from outbox where stage = 'signed' and tx_hash = any(:hashes) order by id")
        .param("hashes", Columns.text(transactions, one -> one.hash().toString()))
        .query(
            row -> {
              var of = Objects.requireNonNull(byHash.get(Hash32.parse(row.getString("tx_hash"))));
              members
                  .computeIfAbsent(of.hash(), hash -> new ArrayList<>())
                  .add(SubmissionRow.readMember(row, of));
            });
    return transactions.stream()
        .map(one -> new SentTransaction(one, members.getOrDefault(one.hash(), List.of())))
        .toList();
  }

  /** The bookings among these of which an attestation is not over, with its id. */
  Map<BookingKey, Long> openAttestations(List<BookingKey> keys) {
    var open = new HashMap<BookingKey, Long>();
    jdbc.sql(
            """
            select o.id, o.escrow, o.booking_id from outbox o
            join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
              using (escrow, booking_id)
            where kind = 'attest' and stage in ('decided', 'signed')
            """)
        .param("escrows", Columns.escrows(keys))
        .param("bookings", Columns.bookings(keys))
        .query(
            row -> {
              open.put(BookingKey.read(row), row.getLong("id"));
            });
    return open;
  }

  /** The attestation of this booking that is not over. */
  Optional<Submission> openAttestation(BookingKey key) {
    return attestation(key, "o.stage in ('decided', 'signed')");
  }

  /** The newest attestation of this booking, over or not; one that did it before all others. */
  public Optional<Submission> attestation(BookingKey key) {
    return attestation(key, "true");
  }

  private Optional<Submission> attestation(BookingKey key, String condition) {
    return jdbc.sql(
            WITH_TRANSACTION
                + "where o.escrow = :escrow and o.booking_id = :booking and o.kind = 'attest' and "
                + condition
                + " order by (o.stage = 'confirmed' and o.tx_hash is not null) desc, o.id desc"
                + " limit 1")
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query(SubmissionRow::read)
        .optional();
  }

  /** The newest submissions of this booking, the last one first. */
  public List<Submission> newest(BookingKey key, int limit) {
    return jdbc.sql(
            WITH_TRANSACTION
                + "where o.escrow = :escrow and o.booking_id = :booking"
                + " order by o.id desc limit :limit")
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .param("limit", limit)
        .query(SubmissionRow::read)
        .list();
  }

  /** Keeps them as they are until this transaction ends; false where one has gone on. */
  boolean lockDecided(List<Submission> members) {
    return jdbc.sql(
                "select id from outbox where id = any(:ids) and stage = 'decided'"
                    + " order by id for update")
            .param("ids", Columns.numbers(members, Submission::id))
            .query((row, i) -> row.getLong(1))
            .list()
            .size()
        == members.size();
  }

  /** Puts them into that transaction. */
  void signed(List<Submission> members, Hash32 transaction) {
    jdbc.sql(
            "update outbox set stage = 'signed', tx_hash = :hash"
                + " where id = any(:ids) and stage = 'decided'")
        .param("hash", transaction.toString())
        .param("ids", Columns.numbers(members, Submission::id))
        .update();
  }

  /** Lets them be decided about again, each alone: the transaction they were in is dead. */
  void alone(List<Submission> members, String note, long nowMs) {
    if (members.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update outbox set stage = 'decided', tx_hash = null, alone = true, note = :note,
                              attempts = attempts + 1, next_step_ms = :now
            where id = any(:ids) and stage = 'signed'
            """)
        .param("note", note)
        .param("now", nowMs)
        .param("ids", Columns.numbers(members, Submission::id))
        .update();
  }

  /** Nothing went wrong with it, and it is not its time. */
  void later(List<Submission> submissions, long nextStepMs) {
    jdbc.sql("update outbox set next_step_ms = :next where id = any(:ids) and stage = 'decided'")
        .param("next", nextStepMs)
        .param("ids", Columns.numbers(submissions, Submission::id))
        .update();
  }

  void failed(long id, String note, long nextStepMs) {
    jdbc.sql(
            "update outbox set attempts = attempts + 1, note = :note, next_step_ms = :next"
                + " where id = :id and stage = 'decided'")
        .param("note", note)
        .param("next", nextStepMs)
        .param("id", id)
        .update();
  }

  /** Ends those that have not gone on since they were read; the ids of those. */
  Set<Long> close(List<Closing> closings, long nowMs) {
    var ends = closings.stream().map(closing -> SubmissionRow.End.of(closing.how())).toList();
    return Set.copyOf(
        jdbc.sql(
                """
                update outbox o set stage = c.stage, note = coalesce(c.note, o.note),
                  closed_ms = :now, confirmed_block = c.block, confirmed_at_s = c.at_s,
                  tx_hash = case when c.stage = 'confirmed' then c.hash else o.tx_hash end
                from unnest(:ids::bigint[], :befores::text[], :stages::text[], :notes::text[],
                       :hashes::text[], :blocks::bigint[], :ats::bigint[])
                     c (id, before, stage, note, hash, block, at_s)
                where o.id = c.id and o.stage = c.before
                returning o.id
                """)
            .param("ids", Columns.numbers(closings, closing -> closing.submission().id()))
            .param(
                "befores",
                Columns.text(
                    closings, closing -> SubmissionRow.stage(closing.submission().stage())))
            .param("stages", Columns.text(ends, SubmissionRow.End::stage))
            .param("notes", Columns.text(ends, SubmissionRow.End::note))
            .param(
                "hashes",
                Columns.text(
                    ends, end -> end.mined().map(mined -> mined.txHash().toString()).orElse(null)))
            .param(
                "blocks", Columns.numbers(ends, end -> end.mined().map(Mined::block).orElse(null)))
            .param(
                "ats", Columns.numbers(ends, end -> end.mined().map(Mined::atSeconds).orElse(null)))
            .param("now", nowMs)
            .query((row, i) -> row.getLong(1))
            .list());
  }
}
