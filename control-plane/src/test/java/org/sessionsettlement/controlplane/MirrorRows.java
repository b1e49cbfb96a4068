package org.sessionsettlement.controlplane;

import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.Address;

/**
 * Bookings as the mirror has them, from {@link FakeBookings#START_S} for half an hour; attested at
 * their end, or challenged by the guest a minute later, where their status says so.
 */
public final class MirrorRows {
  public static final long END_S = FakeBookings.START_S + 1_800;
  public static final long FINALIZABLE_S = END_S + 3_600;
  public static final long DISPUTED_S = END_S + 60;
  public static final long DISPUTE_TIMEOUT_S = 86_400;

  private final Database database;

  public MirrorRows(Database database) {
    this.database = database;
  }

  /** Writes the booking, or changes its status. */
  public BookingKey put(long id, Address host, Address guest, BookingStatus status) {
    slot(id, host);
    booking(id, host, guest, status);
    return FakeBookings.key(id);
  }

  public BookingKey put(long id, BookingStatus status) {
    return put(id, FakeBookings.HOST, FakeBookings.GUEST, status);
  }

  private void slot(long id, Address host) {
    database
        .jdbc()
        .sql(
            """
            insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
              min_overlap_mins, cancel_cutoff_mins)
            values (:escrow, :id, :host, :start, 30, 1000, 5, 15, 60) on conflict do nothing
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .param("host", host.toString())
        .param("start", FakeBookings.START_S)
        .update();
  }

  private void booking(long id, Address host, Address guest, BookingStatus status) {
    boolean disputed = status == BookingStatus.DISPUTED;
    database
        .jdbc()
        .sql(
            """
            insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount, status,
              outcome, attested_at_s, finalizable_at_s, challenger, bond_amount, disputed_at_s,
              refunded_unattested, fee_bps, late_cancel_penalty_bps, challenge_window_s,
              no_attest_buffer_s, dispute_timeout_s, challenge_bond)
            values (:escrow, :id, :id, :host, :guest, :start, 1000, :status, :outcome, :end,
              :finalizable, :challenger, :bond, :disputed, false, 1000, 5000, 3600, 10800,
              :timeout, 100)
            on conflict (escrow, booking_id) do update set status = excluded.status,
              outcome = excluded.outcome, challenger = excluded.challenger,
              bond_amount = excluded.bond_amount, disputed_at_s = excluded.disputed_at_s
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .param("host", host.toString())
        .param("guest", guest.toString())
        .param("start", FakeBookings.START_S)
        .param("status", status.name())
        .param("outcome", status == BookingStatus.BOOKED ? "NONE" : "NO_SHOW_GUEST")
        .param("end", END_S)
        .param("finalizable", FINALIZABLE_S)
        .param("challenger", disputed ? guest.toString() : null)
        .param("bond", disputed ? 100 : 0)
        .param("disputed", disputed ? DISPUTED_S : 0)
        .param("timeout", DISPUTE_TIMEOUT_S)
        .update();
  }

  /** Adds an event of the booking in a block of its own, and notes that it changed. */
  public void event(long id, long block, String name, String fields, long atSeconds) {
    database
        .jdbc()
        .sql(
            """
            insert into escrow_events (escrow, block_number, log_index, block_hash, tx_hash,
              block_time_s, name, booking_id, fields, topics, data)
            values (:escrow, :block, 0, '0xb' || :block, '0xt' || :block, :at, :name,
              :id, :fields::jsonb, '', '')
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("block", block)
        .param("at", atSeconds)
        .param("name", name)
        .param("id", id)
        .param("fields", fields)
        .update();
    changed(id);
  }

  /** Notes that events of a booking changed. */
  public void changed(long id) {
    database
        .jdbc()
        .sql("insert into changed_bookings values (:escrow, :id) on conflict do nothing")
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("id", id)
        .update();
  }

  /** Somebody withdraws what they are owed. */
  public void withdrawn(Address wallet, long block, long atSeconds) {
    database
        .jdbc()
        .sql(
            """
            insert into escrow_events (escrow, block_number, log_index, block_hash, tx_hash,
              block_time_s, name, fields, topics, data)
            values (:escrow, :block, 0, '0xb' || :block, '0xt' || :block, :at, 'OwedWithdrawn',
              jsonb_build_object('from', :wallet::text), '', '')
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("block", block)
        .param("at", atSeconds)
        .param("wallet", wallet.toString())
        .update();
  }

  /** The mirror knows the chain up to this time. */
  public void mirroredTo(long seconds) {
    database
        .jdbc()
        .sql(
            """
            insert into indexer_cursors (escrow, from_block, block_number, block_hash, block_time_s)
            values (:escrow, 0, 1, '0x', :at)
            on conflict (escrow) do update set block_time_s = excluded.block_time_s
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .param("at", seconds)
        .update();
  }
}
