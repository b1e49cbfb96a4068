package org.sessionsettlement.controlplane.notice;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.rules.AttestationWindow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes so by the passing of time, judged by the time of the newest block that the mirror
 * knows: nothing that happened before it is overlooked.
 */
public final class DueNotices {
  /** How long money is left alone before its owner is told of it. */
  static final Duration MONEY_WAITS = Duration.ofDays(1);

  private static final int MOST = 200;

  /** What has not begun is left out at once, however many bookings that are. */
  private static final String OPEN =
      """
      select b.escrow, b.booking_id, c.block_time_s from bookings b
      join slots s using (escrow, slot_id) join indexer_cursors c using (escrow)
      where b.status = 'BOOKED' and b.start_s <= c.block_time_s and not exists (
        select 1 from notices n where n.escrow = b.escrow and n.booking_id = b.booking_id
          and n.kind = :kind)
      """;

  private static final String DISPUTED_FOR_HALF =
      """
      from bookings b join indexer_cursors c using (escrow)
      where b.status = 'DISPUTED' and b.disputed_at_s + b.dispute_timeout_s / 2 <= c.block_time_s
      """;

  private static final String AT_MOST = " limit " + MOST;

  private final JdbcClient jdbc;
  private final MirroredBookings bookings;
  private final WaitingMoney money;

  public DueNotices(Database database) {
    this.jdbc = database.jdbc();
    this.bookings = new MirroredBookings(database);
    this.money = new WaitingMoney(database);
  }

  /** A booking, and the time by which it was found. */
  private record Found(BookingRecord booking, long atSeconds) {
    Draft draft(String occasion, What what) {
      return Draft.of(booking, atSeconds, booking.key().bookingId() + " " + occasion, what);
    }
  }

  /** All that is due and not told yet, up to a bound of each kind. To be called under the lock. */
  List<Draft> drafts() {
    return Stream.of(windowMissed(), refundClaimable(), disputedForHalf(), money.drafts(bookings))
        .flatMap(List::stream)
        .toList();
  }

  /** How many disputes have used up half of their time; for a gauge. */
  public long disputedForHalfNow() {
    return jdbc.sql("select count(*) " + DISPUTED_FOR_HALF).query(Long.class).single();
  }

  /** Only once the mirror's time is past both windows too: nothing can be on its way any more. */
  private List<Draft> windowMissed() {
    String over =
        """
        and exists (select 1 from looks l
          where l.escrow = b.escrow and l.booking_id = b.booking_id and l.over)
        """;
    return found(OPEN + over + AT_MOST, NoticeKind.WINDOW_MISSED)
        .filter(one -> one.atSeconds() > AttestationWindow.lastSecondOfAll(one.booking().slot()))
        .map(one -> one.draft("missed", new What.WindowMissed(one.booking().claimableAtSeconds())))
        .toList();
  }

  private List<Draft> refundClaimable() {
    String claimable =
        "and b.start_s + s.duration_mins * 60 + b.no_attest_buffer_s <= c.block_time_s";
    return found(OPEN + claimable + AT_MOST, NoticeKind.REFUND_CLAIMABLE)
        .map(one -> one.draft("claimable", claimable(one.booking())))
        .toList();
  }

  private static What claimable(BookingRecord booking) {
    return new What.RefundClaimable(booking.amount(), booking.claimableAtSeconds());
  }

  /** Each challenge is told of by itself: a booking can be disputed anew after a reorganisation. */
  private List<Draft> disputedForHalf() {
    String untold =
        """
        and not exists (select 1 from notices n
          where n.escrow = b.escrow and n.booking_id = b.booking_id and n.kind = :kind
            and n.occasion = b.booking_id || ' half ' || b.disputed_at_s)
        """;
    return found(
            "select b.escrow, b.booking_id, c.block_time_s " + DISPUTED_FOR_HALF + untold + AT_MOST,
            NoticeKind.DISPUTE_HALF_TIMEOUT)
        .flatMap(one -> one.booking().standing().dispute().stream().map(half(one)))
        .toList();
  }

  private static Function<BookingRecord.Dispute, Draft> half(Found one) {
    return dispute ->
        one.draft(
            "half " + dispute.sinceSeconds(),
            new What.DisputeHalfTimeout(
                dispute.challenger().toString(),
                dispute.bondAmount(),
                dispute.sinceSeconds() + one.booking().terms().disputeTimeout()));
  }

  private Stream<Found> found(String sql, NoticeKind kind) {
    record Row(BookingKey key, long atSeconds) {}
    var rows =
        jdbc.sql(sql)
            .param("kind", kind.text())
            .query((row, i) -> new Row(BookingKey.read(row), row.getLong("block_time_s")))
            .list();
    var records = bookings.findAll(rows.stream().map(Row::key).toList());
    return rows.stream()
        .flatMap(
            row ->
                Stream.ofNullable(records.get(row.key()))
                    .map(booking -> new Found(booking, row.atSeconds())));
  }
}
