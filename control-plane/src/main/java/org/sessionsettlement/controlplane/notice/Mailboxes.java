package org.sessionsettlement.controlplane.notice;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.digest.Digests;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where wallets want their e-mail. Only who reads a mailbox can have it written to. */
public final class Mailboxes {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Database database;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  public Mailboxes(Database database, InstantSource clock) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /**
   * What a wallet has.
   *
   * @param confirmed where its e-mail goes
   * @param pending where it will go once its code is given
   */
  record Mailbox(Optional<String> confirmed, Optional<String> pending) {}

  /** A code that was made for a mailbox. */
  record Pending(Code code, long endsMs) {}

  private record Tried(String pending, Bytes codeHash) {}

  /**
   * Makes a code for a mailbox, which replaces an earlier one of this wallet; the confirmed mailbox
   * stays until then. Empty where that mailbox got as many codes as it may.
   */
  Optional<Pending> ask(Address wallet, String mailbox) {
    var pending = new Pending(Code.random(), clock.millis() + MailboxRule.CODE_LIFE.toMillis());
    return database.inTransaction(
        () -> {
          if (!countCode(mailbox)) {
            return Optional.empty();
          }
          keep(wallet, mailbox, pending);
          return Optional.of(pending);
        });
  }

  /** One at a time, so that many at once are not each the first. */
  private boolean countCode(String mailbox) {
    byte[] hash = Digests.sha256(mailbox.toLowerCase(Locale.ROOT));
    long nowMs = clock.millis();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('notice codes', 3))").query(rs -> {});
    boolean mayHaveMore =
        codesSince(hash, nowMs - DAY.toMillis()) < MailboxRule.MOST_CODES_A_DAY
            && codesSince(hash, nowMs - HOUR.toMillis()) < MailboxRule.MOST_CODES_AN_HOUR;
    if (mayHaveMore) {
      jdbc.sql("insert into notice_codes_sent (mailbox_hash, sent_ms) values (:hash, :now)")
          .param("hash", hash)
          .param("now", nowMs)
          .update();
    }
    return mayHaveMore;
  }

  private long codesSince(byte[] hash, long afterMs) {
    return jdbc.sql(
            """
            select count(*) from notice_codes_sent
            where mailbox_hash = :hash and sent_ms > :after
            """)
        .param("hash", hash)
        .param("after", afterMs)
        .query(Long.class)
        .single();
  }

  private void keep(Address wallet, String mailbox, Pending pending) {
    jdbc.sql(
            """
            insert into notice_mailboxes (wallet, pending, code_hash, code_ends_ms)
            values (:wallet, :pending, :hash, :ends)
            on conflict (wallet) do update set pending = excluded.pending, tries = 0,
              code_hash = excluded.code_hash, code_ends_ms = excluded.code_ends_ms
            """)
        .param("wallet", wallet.toString())
        .param("pending", mailbox)
        .param("hash", pending.code().hash())
        .param("ends", pending.endsMs())
        .update();
  }

  /** Whether the code was the pending mailbox's, which is the wallet's then. */
  boolean confirm(Address wallet, Code code) {
    return database.inTransaction(
        () ->
            countTry(wallet)
                .filter(tried -> MessageDigest.isEqual(tried.codeHash().toArray(), code.hash()))
                .map(tried -> confirm(wallet, tried.pending()))
                .orElse(false));
  }

  private Optional<Tried> countTry(Address wallet) {
    return jdbc.sql(
            """
            update notice_mailboxes set tries = tries + 1
            where wallet = :wallet and code_ends_ms > :now and tries < :most
            returning pending, code_hash
            """)
        .param("wallet", wallet.toString())
        .param("now", clock.millis())
        .param("most", MailboxRule.MOST_TRIES)
        .query((row, i) -> new Tried(row.getString("pending"), Bytes.of(row.getBytes("code_hash"))))
        .optional();
  }

  private boolean confirm(Address wallet, String mailbox) {
    return jdbc.sql(
                """
                update notice_mailboxes set mailbox = :mailbox, pending = null, code_hash = null,
                  code_ends_ms = null, tries = 0
                where wallet = :wallet
                """)
            .param("wallet", wallet.toString())
            .param("mailbox", mailbox)
            .update()
        == 1;
  }

  Optional<Mailbox> find(Address wallet) {
    return jdbc.sql("select mailbox, pending from notice_mailboxes where wallet = :wallet")
        .param("wallet", wallet.toString())
        .query(
            (row, i) ->
                new Mailbox(
                    Optional.ofNullable(row.getString("mailbox")),
                    Optional.ofNullable(row.getString("pending"))))
        .optional();
  }

  Optional<String> confirmed(Address wallet) {
    return find(wallet).flatMap(Mailbox::confirmed);
  }

  /** Forgets the mailboxes that nobody confirmed in time, and which got codes a day ago. */
  public void prune() {
    long nowMs = clock.millis();
    database.doInTransaction(
        () -> {
          now("delete from notice_mailboxes where mailbox is null and code_ends_ms <= :now", nowMs);
          now(
              """
              update notice_mailboxes set pending = null, code_hash = null, code_ends_ms = null
              where code_ends_ms <= :now
              """,
              nowMs);
          now("delete from notice_codes_sent where sent_ms <= :now", nowMs - DAY.toMillis());
        });
  }

  private void now(String sql, long nowMs) {
    jdbc.sql(sql).param("now", nowMs).update();
  }

  /** Forgets it, the confirmed and the pending one. */
  void delete(Address wallet) {
    jdbc.sql("delete from notice_mailboxes where wallet = :wallet")
        .param("wallet", wallet.toString())
        .update();
  }
}
