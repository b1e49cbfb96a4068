package org.sessionsettlement.bench.load;

import java.time.Instant;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.tempo.Address;

/** Bookings in the mirror's tables that no chain has: a join finds them there and asks no chain. */
final class FakeMirror {
  static final Address ESCROW = Address.parse("0x" + "5e".repeat(20));

  private FakeMirror() {}

  /** Bookings 1 to that many, of four hours from now, each of two parties of its own. */
  static void fill(DatabaseSettings settings, int bookings) {
    try (var database = Database.open(settings)) {
      insertSlots(database, bookings);
      insertBookings(database, bookings);
    }
  }

  private static void insertSlots(Database database, int bookings) {
    database
        .jdbc()
        .sql(
            """
            insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
              min_overlap_mins, cancel_cutoff_mins)
            select :escrow, n, '0x' || lpad(to_hex(:first + 2 * (n - 1)), 40, '0'), :start, 240,
              1000000, 10, 60, 1440
            from generate_series(1, :bookings) n
            """)
        .param("escrow", ESCROW.toString())
        .param("first", Party.FIRST_WALLET)
        .param("start", Instant.now().getEpochSecond())
        .param("bookings", bookings)
        .update();
  }

  private static void insertBookings(Database database, int bookings) {
    database
        .jdbc()
        .sql(
            """
            insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount, status,
              outcome, attested_at_s, finalizable_at_s, bond_amount, disputed_at_s, fee_bps,
              late_cancel_penalty_bps, challenge_window_s, no_attest_buffer_s, dispute_timeout_s,
              challenge_bond, refunded_unattested)
            select escrow, slot_id, slot_id, host,
              '0x' || lpad(to_hex(:first + 2 * slot_id - 1), 40, '0'), start_s, price, 'BOOKED',
              'NONE', 0, 0, 0, 0, 500, 5000, 3600, 10800, 86400, 5000000, false
            from slots where slot_id <= :bookings
            """)
        .param("first", Party.FIRST_WALLET)
        .param("bookings", bookings)
        .update();
  }
}
