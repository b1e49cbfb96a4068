package org.sessionsettlement.controlplane.notice;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Money that was credited a while ago and that its owner has not fetched. Each is told once until
 * they withdraw: the occasion is their last withdrawal.
 */
final class WaitingMoney {
  /** In the order of their blocks, so that the oldest credit is the one that is told. */
  private static final String CREDITS =
      """
      select e.escrow, e.booking_id, credit.wallet, credit.amount, e.block_time_s, p.seen_s,
        coalesce((select max(w.block_number) from escrow_events w
          where w.escrow = e.escrow and w.name = 'OwedWithdrawn'
            and w.fields ->> 'from' = credit.wallet), 0) as withdrawn_block
      from (select unnest(:escrows::text[]), unnest(:froms::bigint[]), unnest(:tos::bigint[]),
          unnest(:seen::bigint[])) p (escrow, from_s, to_s, seen_s)
      join escrow_events e on e.escrow = p.escrow and e.block_time_s > p.from_s
        and e.block_time_s <= p.to_s
        and e.name in ('Finalized', 'SessionBookingCancelled', 'UnattestedRefunded')
      join bookings b on b.escrow = e.escrow and b.booking_id = e.booking_id
      cross join lateral (values
        (b.host, coalesce(e.fields ->> 'host_paid', '0')::numeric),
        (b.guest, coalesce(e.fields ->> 'guest_refund', e.fields ->> 'refund', '0')::numeric)
      ) credit (wallet, amount)
      where credit.amount > 0 and not exists (
        select 1 from escrow_events w
        where w.escrow = e.escrow and w.name = 'OwedWithdrawn'
          and w.fields ->> 'from' = credit.wallet
          and (w.block_number, w.log_index) > (e.block_number, e.log_index))
      order by e.block_number, e.log_index
      """;

  /** After a long pause it is caught up with in steps. */
  private static final Duration MOST_AT_ONCE = Duration.ofDays(1);

  private final JdbcClient jdbc;

  WaitingMoney(Database database) {
    this.jdbc = database.jdbc();
  }

  /**
   * A stretch of an escrow's time: credits after its beginning, up to its end.
   *
   * @param seenSeconds what the mirror knows the chain up to
   */
  private record Stretch(String escrow, long fromSeconds, long toSeconds, long seenSeconds) {}

  private record Credit(
      BookingKey booking,
      Address wallet,
      BigInteger amount,
      long sinceSeconds,
      long seenSeconds,
      long withdrawn) {
    static Credit read(ResultSet row) throws SQLException {
      return new Credit(
          BookingKey.read(row),
          Address.parse(row.getString("wallet")),
          row.getBigDecimal("amount").toBigIntegerExact(),
          row.getLong("block_time_s"),
          row.getLong("seen_s"),
          row.getLong("withdrawn_block"));
    }

    Draft draft(BookingRecord record) {
      return Draft.of(
          record,
          seenSeconds,
          wallet + " since " + withdrawn,
          new What.MoneyWaiting(wallet.toString(), amount, sinceSeconds));
    }
  }

  /** What is due; the transaction that this is called in goes on from there. */
  List<Draft> drafts(MirroredBookings bookings) {
    var stretches = stretches();
    if (stretches.isEmpty()) {
      return List.of();
    }
    var credits = credits(stretches);
    advance(stretches);
    var records = bookings.findAll(credits.stream().map(Credit::booking).distinct().toList());
    return credits.stream()
        .flatMap(credit -> Stream.ofNullable(records.get(credit.booking())).map(credit::draft))
        .toList();
  }

  /** Of each escrow, from where the last look ended; the first look goes no further back. */
  private List<Stretch> stretches() {
    return jdbc.sql(
            """
            select c.escrow, coalesce(p.credits_to_s, c.block_time_s - :waits) as from_s,
              least(c.block_time_s - :waits, p.credits_to_s + :most) as to_s, c.block_time_s as seen_s
            from indexer_cursors c left join notice_progress p using (escrow)
            where p.credits_to_s is null or p.credits_to_s < c.block_time_s - :waits
            """)
        .param("waits", DueNotices.MONEY_WAITS.toSeconds())
        .param("most", MOST_AT_ONCE.toSeconds())
        .query(
            (row, i) ->
                new Stretch(
                    row.getString("escrow"),
                    row.getLong("from_s"),
                    row.getLong("to_s"),
                    row.getLong("seen_s")))
        .list();
  }

  private List<Credit> credits(List<Stretch> stretches) {
    return jdbc.sql(CREDITS)
        .param("escrows", stretches.stream().map(Stretch::escrow).toArray(String[]::new))
        .param("froms", stretches.stream().map(Stretch::fromSeconds).toArray(Long[]::new))
        .param("tos", stretches.stream().map(Stretch::toSeconds).toArray(Long[]::new))
        .param("seen", stretches.stream().map(Stretch::seenSeconds).toArray(Long[]::new))
        .query((row, i) -> Credit.read(row))
        .list();
  }

  private void advance(List<Stretch> stretches) {
    jdbc.sql(
            """
            insert into notice_progress (escrow, credits_to_s)
            select * from unnest(:escrows::text[], :tos::bigint[])
            on conflict (escrow) do update set credits_to_s = excluded.credits_to_s
            """)
        .param("escrows", stretches.stream().map(Stretch::escrow).toArray(String[]::new))
        .param("tos", stretches.stream().map(Stretch::toSeconds).toArray(Long[]::new))
        .update();
  }
}
