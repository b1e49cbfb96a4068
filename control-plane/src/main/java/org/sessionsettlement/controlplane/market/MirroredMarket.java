package org.sessionsettlement.controlplane.market;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slots, requests and prices as the mirror has them. */
final class MirroredMarket {
  private static final int SECONDS_PER_MINUTE = 60;

  private final JdbcClient jdbc;

  MirroredMarket(Database database) {
    this.jdbc = database.jdbc();
  }

  /** A stretch of unix seconds, from inside, until outside. */
  record Span(long fromSeconds, long untilSeconds) {}

  /**
   * A host's slots that start in a span, in the order of their ids.
   *
   * @param after the last id of the page before, 0 for the first
   */
  List<OfferedSlot> slots(Address escrow, Address host, Span span, long after, int limit) {
    return jdbc.sql(
            """
            select s.*, b.booking_id, b.status, b.cancelled_by, b.refunded_unattested,
              c.block_time_s as cancelled_at_s,
              exists (select 1 from escrow_events e where e.escrow = s.escrow
                and e.slot_id = s.slot_id and e.name = 'SessionSlotCancelled') as taken_back
            from slots s
            left join lateral (select * from bookings b
              where b.escrow = s.escrow and b.slot_id = s.slot_id
              order by b.booking_id desc limit 1) b on true
            left join escrow_events c on c.escrow = b.escrow and c.booking_id = b.booking_id
              and c.name = 'SessionBookingCancelled'
            where s.escrow = :escrow and s.host = :host and s.slot_id > :after
              and s.start_s >= :from and s.start_s < :until
            order by s.slot_id limit :limit
            """)
        .param("escrow", escrow.toString())
        .param("host", host.toString())
        .param("after", after)
        .param("from", span.fromSeconds())
        .param("until", span.untilSeconds())
        .param("limit", limit)
        .query((row, i) -> slot(row))
        .list();
  }

  private static OfferedSlot slot(ResultSet row) throws SQLException {
    var booking = booking(row);
    long start = row.getLong("start_s");
    long cutoffMins = row.getLong("cancel_cutoff_mins");
    var status =
        SlotStatus.of(
            row.getBoolean("taken_back"), start - cutoffMins * SECONDS_PER_MINUTE, booking);
    boolean isOnIt = status == SlotStatus.BOOKED || status == SlotStatus.SETTLED;
    return new OfferedSlot(
        row.getLong("slot_id"),
        start,
        row.getInt("duration_mins"),
        row.getBigDecimal("price").toBigIntegerExact(),
        row.getLong("grace_mins"),
        row.getInt("min_overlap_mins"),
        cutoffMins,
        status,
        booking.filter(one -> isOnIt).map(SlotStatus.OnIt::bookingId));
  }

  private static Optional<SlotStatus.OnIt> booking(ResultSet row) throws SQLException {
    long id = row.getLong("booking_id");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new SlotStatus.OnIt(
            id,
            BookingStatus.valueOf(row.getString("status")),
            Optional.ofNullable(row.getString("cancelled_by")).map(EscrowOutcome::valueOf),
            row.getBoolean("refunded_unattested"),
            Optional.ofNullable(row.getObject("cancelled_at_s", Long.class))));
  }

  /** A host's price for new slots, where one was set. */
  Optional<BigInteger> basePrice(Address escrow, Address host) {
    return jdbc.sql(
            """
            select fields ->> 'price' from escrow_events
            where escrow = :escrow and name = 'HostBasePriceSet' and fields ->> 'host' = :host
            order by block_number desc, log_index desc limit 1
            """)
        .param("escrow", escrow.toString())
        .param("host", host.toString())
        .query(String.class)
        .optional()
        .map(BigInteger::new);
  }

  /** Whose requests: a guest's own, or those that a host may accept. */
  record Whose(Optional<Address> guest, Optional<Address> host) {}

  /**
   * Requests in the order of their ids.
   *
   * @param after the last id of the page before, 0 for the first
   */
  List<MadeRequest> requests(Address escrow, Whose whose, long after, int limit) {
    return jdbc.sql(
            """
            select r.request_id, r.block_time_s, r.fields as made, x.name as ended_by,
              x.fields as ended
            from escrow_events r
            left join lateral (select name, fields from escrow_events x
              where x.escrow = r.escrow and x.request_id = r.request_id
                and x.name in ('SessionRequestCancelled', 'SessionRequestAccepted') limit 1) x
              on true
            where r.escrow = :escrow and r.name = 'SessionRequestCreated'
              and r.request_id > :after
              and (:guest::text is null or r.fields ->> 'guest' = :guest)
              and (:host::text is null or r.fields ->> 'host_target' in (:host, :anybody))
            order by r.request_id limit :limit
            """)
        .param("escrow", escrow.toString())
        .param("after", after)
        .param("guest", whose.guest().map(Address::toString).orElse(null))
        .param("host", whose.host().map(Address::toString).orElse(null))
        .param("anybody", Address.ZERO.toString())
        .param("limit", limit)
        .query(
            (row, i) ->
                MadeRequest.of(
                    row.getLong("request_id"),
                    row.getLong("block_time_s"),
                    row.getString("made"),
                    Optional.ofNullable(row.getString("ended_by")),
                    Optional.ofNullable(row.getString("ended"))))
        .list();
  }
}
