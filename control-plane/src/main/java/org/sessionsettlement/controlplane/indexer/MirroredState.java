package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/** A row of the mirror, as the contract would say it. */
record MirroredState(long bookingId, Booking booking, BookingTerms terms) {
  private static final String ZERO = "0x" + "00".repeat(20);

  static MirroredState read(ResultSet row) throws SQLException {
    String hash = row.getString("metrics_hash");
    String challenger = row.getString("challenger");
    var booking =
        new Booking(
            row.getLong("slot_id"),
            Address.parse(row.getString("guest")),
            amount(row, "amount"),
            BookingStatus.valueOf(row.getString("status")),
            EscrowOutcome.valueOf(row.getString("outcome")),
            hash == null ? Hash32.ZERO : Hash32.parse(hash),
            row.getLong("attested_at_s"),
            row.getLong("finalizable_at_s"),
            Address.parse(challenger == null ? ZERO : challenger),
            amount(row, "bond_amount"),
            row.getLong("disputed_at_s"));
    return new MirroredState(row.getLong("booking_id"), booking, terms(row));
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

  List<Difference> differences(Booking chain, BookingTerms chainTerms) {
    var differences = new Difference.Differences(bookingId);
    differences.compare("slot_id", booking.slotId(), chain.slotId());
    differences.compare("guest", booking.guest(), chain.guest());
    differences.compare("amount", booking.amount(), chain.amount());
    differences.compare("status", booking.status(), chain.status());
    differences.compare("outcome", booking.oracleOutcome(), chain.oracleOutcome());
    differences.compare("metrics_hash", booking.metricsHash(), chain.metricsHash());
    differences.compare("attested_at_s", booking.attestedAt(), chain.attestedAt());
    differences.compare("finalizable_at_s", booking.finalizableAt(), chain.finalizableAt());
    differences.compare("challenger", booking.challenger(), chain.challenger());
    differences.compare("bond_amount", booking.bondAmount(), chain.bondAmount());
    differences.compare("disputed_at_s", booking.disputedAt(), chain.disputedAt());
    differences.compare("terms", terms, chainTerms);
    return differences.all();
  }
}
