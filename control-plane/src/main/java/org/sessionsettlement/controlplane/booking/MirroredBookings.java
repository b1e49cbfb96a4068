package org.sessionsettlement.controlplane.booking;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings as the mirror has them. */
public final class MirroredBookings {
  private static final String SELECT =
      """
      select b.*, s.duration_mins, s.price, s.grace_mins, s.min_overlap_mins, s.cancel_cutoff_mins
      from bookings b join slots s using (escrow, slot_id)
      """;

  private final JdbcClient jdbc;

  public MirroredBookings(Database database) {
    this.jdbc = database.jdbc();
  }

  /** The booking, where the mirror has it. */
  public Optional<BookingRecord> find(BookingKey key) {
    return jdbc.sql(SELECT + "where b.escrow = :escrow and b.booking_id = :booking")
        .param("escrow", key.escrow().toString())
        .param("booking", key.bookingId())
        .query((row, i) -> read(row))
        .optional();
  }

  /** Those of these bookings that the mirror has. */
  public Map<BookingKey, BookingRecord> findAll(List<BookingKey> keys) {
    return jdbc
        .sql(
            SELECT
                + """
                join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)
                  using (escrow, booking_id)
                """)
        .param("escrows", Columns.escrows(keys))
        .param("bookings", Columns.bookings(keys))
        .query((row, i) -> read(row))
        .list()
        .stream()
        .collect(Collectors.toMap(BookingRecord::key, record -> record));
  }

  /**
   * Bookings of an escrow in the order of their ids.
   *
   * @param party host or guest, where only theirs are asked for
   * @param after the last id of the page before, 0 for the first
   */
  List<BookingRecord> page(Address escrow, Optional<Address> party, long after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where b.escrow = :escrow and b.booking_id > :after
                  and (:party::text is null or b.host = :party or b.guest = :party)
                order by b.booking_id limit :limit
                """)
        .param("escrow", escrow.toString())
        .param("after", after)
        .param("party", party.map(Address::toString).orElse(null))
        .param("limit", limit)
        .query((row, i) -> read(row))
        .list();
  }

  /** Disputed bookings of an escrow, soonest timeout first, without that many of them. */
  List<BookingRecord> disputed(Address escrow, int without, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where b.escrow = :escrow and b.status = 'DISPUTED'
                order by b.disputed_at_s + b.dispute_timeout_s, b.booking_id
                offset :without limit :limit
                """)
        .param("escrow", escrow.toString())
        .param("without", without)
        .param("limit", limit)
        .query((row, i) -> read(row))
        .list();
  }

  private static BookingRecord read(ResultSet row) throws SQLException {
    return new BookingRecord(
        new BookingKey(Columns.address(row, "escrow"), row.getLong("booking_id")),
        row.getLong("slot_id"),
        Columns.address(row, "host"),
        Columns.address(row, "guest"),
        amount(row, "amount"),
        slot(row),
        new BookingRecord.Offer(amount(row, "price"), row.getLong("cancel_cutoff_mins")),
        standing(row),
        terms(row));
  }

  private static SlotTerms slot(ResultSet row) throws SQLException {
    return new SlotTerms(
        row.getLong("start_s"),
        row.getInt("duration_mins"),
        row.getLong("grace_mins"),
        row.getInt("min_overlap_mins"));
  }

  private static BookingRecord.Standing standing(ResultSet row) throws SQLException {
    return new BookingRecord.Standing(
        BookingStatus.valueOf(row.getString("status")),
        EscrowOutcome.valueOf(row.getString("outcome")),
        Optional.ofNullable(row.getString("metrics_hash")).map(Hash32::parse),
        row.getLong("attested_at_s"),
        row.getLong("finalizable_at_s"),
        dispute(row),
        Optional.ofNullable(row.getString("cancelled_by")).map(EscrowOutcome::valueOf),
        row.getBoolean("refunded_unattested"));
  }

  private static Optional<BookingRecord.Dispute> dispute(ResultSet row) throws SQLException {
    return row.getString("challenger") == null
        ? Optional.empty()
        : Optional.of(
            new BookingRecord.Dispute(
                Columns.address(row, "challenger"),
                amount(row, "bond_amount"),
                row.getLong("disputed_at_s")));
  }

  private static BookingTerms terms(ResultSet row) throws SQLException {
    return new BookingTerms(
        row.getInt("fee_bps"),
        row.getInt("late_cancel_penalty_bps"),
        row.getLong("challenge_window_s"),
        row.getLong("no_attest_buffer_s"),
        row.getLong("dispute_timeout_s"),
        amount(row, "challenge_bond"));
  }

  private static BigInteger amount(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }
}
