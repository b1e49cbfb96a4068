package org.sessionsettlement.controlplane.notice;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table notice_deliveries: what is to be sent, by whichever node. A claim ends by itself, so
 * that another node sends what a dead one had claimed.
 */
public final class Deliveries {
  /** Longer than any courier takes for one. */
  static final Duration CLAIM = Duration.ofMinutes(3);

  private static final String THE_CLAIMED =
      """
       where number = :number and channel = :channel and wallet = :wallet
        and attempts = :attempts and state = 'open'
      """;

  private final JdbcClient jdbc;
  private final Set<Channel> channels;

  /**
   * @param channels those by which this installation sends
   */
  public Deliveries(Database database, Set<Channel> channels) {
    this.jdbc = database.jdbc();
    this.channels = Set.copyOf(channels);
  }

  /**
   * A delivery that this node is at.
   *
   * @param attempts the number of this attempt: who claims it anew has a higher one
   */
  record Claimed(long number, Channel channel, String wallet, int attempts, String body) {}

  /** How a delivery ends. */
  enum End {
    DONE,
    DROPPED,
    GAVE_UP;

    /** As it is stored, and as meters name it. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something to be sent to a wallet's mailbox. */
  record Letter(long number, Address wallet) {}

  /** Has these sent by webhook, where there is one. */
  void addWebhooks(List<Notice> notices, long nowMs) {
    if (channels.contains(Channel.WEBHOOK)) {
      jdbc.sql(
              """
              insert into notice_deliveries (number, channel, wallet, created_ms, next_ms)
              select number, 'webhook', '', :now, :now from unnest(:numbers::bigint[]) n (number)
              """)
          .param("numbers", Columns.numbers(notices, Notice::number))
          .param("now", nowMs)
          .update();
    }
  }

  /** Has these sent to those of the wallets that want e-mail, where any is sent. */
  void addMail(List<Letter> letters, long nowMs) {
    if (channels.contains(Channel.MAIL)) {
      jdbc.sql(
              """
              insert into notice_deliveries (number, channel, wallet, created_ms, next_ms)
              select l.number, 'mail', l.wallet, :now, :now
              from unnest(:numbers::bigint[], :wallets::text[]) l (number, wallet)
              join notice_mailboxes m on m.wallet = l.wallet and m.mailbox is not null
              on conflict do nothing
              """)
          .param("numbers", Columns.numbers(letters, Letter::number))
          .param("wallets", Columns.text(letters, letter -> letter.wallet().toString()))
          .param("now", nowMs)
          .update();
    }
  }

  /** Claims some that are due, each for one attempt; no other node gets them before it ends. */
  List<Claimed> claim(Channel channel, int most, long nowMs) {
    return jdbc.sql(
            """
            update notice_deliveries d set attempts = d.attempts + 1, next_ms = :until
            from (select number, channel, wallet from notice_deliveries
              where state = 'open' and channel = :channel and next_ms <= :now
              order by next_ms, number limit :most for update skip locked) due, notices n
            where d.number = due.number and d.channel = due.channel and d.wallet = due.wallet
              and n.number = d.number
            returning d.number, d.wallet, d.attempts, n.body
            """)
        .param("channel", channel.text())
        .param("now", nowMs)
        .param("until", nowMs + CLAIM.toMillis())
        .param("most", most)
        .query(
            (row, i) ->
                new Claimed(
                    row.getLong("number"),
                    channel,
                    row.getString("wallet"),
                    row.getInt("attempts"),
                    row.getString("body")))
        .list();
  }

  /** Ends a delivery; nothing where the claim has passed to another node meanwhile. */
  void end(Claimed claimed, End end, String note) {
    of(claimed, "update notice_deliveries set state = :state, note = :note" + THE_CLAIMED)
        .param("state", end.text())
        .param("note", note)
        .update();
  }

  /** Has it tried again; nothing where the claim has passed to another node meanwhile. */
  void again(Claimed claimed, long atMs, String note) {
    of(claimed, "update notice_deliveries set next_ms = :at, note = :note" + THE_CLAIMED)
        .param("at", atMs)
        .param("note", note)
        .update();
  }

  private JdbcClient.StatementSpec of(Claimed claimed, String sql) {
    return jdbc.sql(sql)
        .param("number", claimed.number())
        .param("channel", claimed.channel().text())
        .param("wallet", claimed.wallet())
        .param("attempts", claimed.attempts());
  }

  /** How long the oldest waits that is not sent yet; 0 where none does. */
  long oldestOpenAgeMs(long nowMs) {
    return jdbc.sql(
            """
            select coalesce(:now - min(created_ms), 0) from notice_deliveries where state = 'open'
            """)
        .param("now", nowMs)
        .query(Long.class)
        .single();
  }
}
