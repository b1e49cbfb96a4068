package org.sessionsettlement.controlplane.indexer;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The bookings of one escrow: terms written once, state as often as it changes. */
final class BookingTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  BookingTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  /** Adds a booking whose slot is mirrored; host and start come from there. */
  void insert(BookingState state, BookingTerms terms) {
    var insert =
        jdbc.sql(
                """
                insert into bookings (escrow, booking_id, slot_id, host, guest, start_s, amount,
                  status, outcome, metrics_hash, attested_at_s, finalizable_at_s, challenger,
                  bond_amount, disputed_at_s, cancelled_by, refunded_unattested, fee_bps,
                  late_cancel_penalty_bps, challenge_window_s, no_attest_buffer_s,
                  dispute_timeout_s, challenge_bond)
                select :escrow, :booking, slot_id, host, :guest, start_s, :amount, :status,
                  :outcome, :hash, :attested, :finalizable, :challenger, :bond, :disputed,
                  :cancelled_by, :refunded, :fee, :penalty, :window, :buffer, :timeout,
                  :challenge_bond
                from slots where escrow = :escrow and slot_id = :slot
                """)
            .param("slot", state.slotId())
            .param("guest", state.guest().toString())
            .param("amount", new BigDecimal(state.amount()))
            .param("fee", terms.feeBps())
            .param("penalty", terms.lateCancelPenaltyBps())
            .param("window", terms.challengeWindow())
            .param("buffer", terms.noAttestBuffer())
            .param("timeout", terms.disputeTimeout())
            .param("challenge_bond", new BigDecimal(terms.challengeBond()));
    if (withState(insert, state).update() != 1) {
      throw new IllegalStateException("slot " + state.slotId() + " is not mirrored");
    }
  }

  void update(BookingState state) {
    var update =
        jdbc.sql(
            """
            update bookings set status = :status, outcome = :outcome, metrics_hash = :hash,
              attested_at_s = :attested, finalizable_at_s = :finalizable,
              challenger = :challenger, bond_amount = :bond, disputed_at_s = :disputed,
              cancelled_by = :cancelled_by, refunded_unattested = :refunded
            where escrow = :escrow and booking_id = :booking
            """);
    withState(update, state).update();
  }

  void delete(long bookingId) {
    jdbc.sql("delete from bookings where escrow = :escrow and booking_id = :booking")
        .param("escrow", escrow.toString())
        .param("booking", bookingId)
        .update();
  }

  private StatementSpec withState(StatementSpec statement, BookingState state) {
    var dispute = state.dispute();
    var bond = dispute.map(BookingState.Dispute::bondAmount).orElse(BigInteger.ZERO);
    return statement
        .param("escrow", escrow.toString())
        .param("booking", state.bookingId())
        .param("status", state.status().name())
        .param("outcome", state.outcome().name())
        .param("hash", state.metricsHash().map(Hash32::toString).orElse(null))
        .param("attested", state.attestedAtSeconds())
        .param("finalizable", state.finalizableAtSeconds())
        .param("challenger", dispute.map(one -> one.challenger().toString()).orElse(null))
        .param("bond", new BigDecimal(bond))
        .param("disputed", dispute.map(BookingState.Dispute::sinceSeconds).orElse(0L))
        .param("cancelled_by", state.cancelledBy().map(Enum::name).orElse(null))
        .param("refunded", state.refundedUnattested());
  }
}
