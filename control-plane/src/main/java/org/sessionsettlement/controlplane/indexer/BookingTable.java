package org.sessionsettlement.controlplane.indexer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The bookings of one escrow: terms written once, state as often as it changes. */
final class BookingTable {
  /** Host and start come from the slot, which is mirrored before its bookings. */
  private static final String INSERT =
      """
      insert into bookings
      select booking.* from jsonb_array_elements(:rows::jsonb) as given (row)
      join slots s on s.escrow = given.row ->> 'escrow'
        and s.slot_id = (given.row ->> 'slot_id')::bigint
      cross join lateral jsonb_populate_record(null::bookings,
        given.row || jsonb_build_object('host', s.host, 'start_s', s.start_s)) as booking
      returning booking_id
      """;

  private static final String UPDATE =
      """
      update bookings b set status = r.status, outcome = r.outcome, metrics_hash = r.metrics_hash,
        attested_at_s = r.attested_at_s, finalizable_at_s = r.finalizable_at_s,
        challenger = r.challenger, bond_amount = r.bond_amount, disputed_at_s = r.disputed_at_s,
        cancelled_by = r.cancelled_by, refunded_unattested = r.refunded_unattested
      from jsonb_populate_recordset(null::bookings, :rows::jsonb) r
      where b.escrow = r.escrow and b.booking_id = r.booking_id
      """;

  private final JdbcClient jdbc;
  private final Address escrow;

  BookingTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  /** Adds bookings whose slots are mirrored. */
  void insert(List<BookingState> states, List<BookingTerms> terms) {
    List<ObjectNode> rows = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      rows.add(withTerms(row(states.get(i)), terms.get(i)));
    }
    var written = BulkRows.writeReturningIds(jdbc, INSERT, rows);
    if (written.size() != states.size()) {
      var missing = states.stream().filter(state -> !written.contains(state.bookingId())).findAny();
      throw new IllegalStateException("a booking of a slot that is not mirrored: " + missing);
    }
  }

  void update(List<BookingState> states) {
    BulkRows.write(jdbc, UPDATE, states.stream().map(this::row).toList());
  }

  void delete(Collection<Long> bookingIds) {
    jdbc.sql("delete from bookings where escrow = :escrow and booking_id = any(:ids)")
        .param("escrow", escrow.toString())
        .param("ids", bookingIds.toArray(Long[]::new))
        .update();
  }

  List<Long> ids() {
    return jdbc.sql("select booking_id from bookings where escrow = :escrow")
        .param("escrow", escrow.toString())
        .query((row, i) -> row.getLong("booking_id"))
        .list();
  }

  void clear() {
    jdbc.sql("delete from bookings where escrow = :escrow")
        .param("escrow", escrow.toString())
        .update();
  }

  private ObjectNode row(BookingState state) {
    var dispute = state.dispute();
    return BulkRows.row()
        .put("escrow", escrow.toString())
        .put("booking_id", state.bookingId())
        .put("slot_id", state.slotId())
        .put("guest", state.guest().toString())
        .put("amount", state.amount())
        .put("status", state.status().name())
        .put("outcome", state.outcome().name())
        .put("metrics_hash", state.metricsHash().map(Hash32::toString).orElse(null))
        .put("attested_at_s", state.attestedAtSeconds())
        .put("finalizable_at_s", state.finalizableAtSeconds())
        .put("challenger", dispute.map(one -> one.challenger().toString()).orElse(null))
        .put("bond_amount", dispute.map(BookingState.Dispute::bondAmount).orElse(BigInteger.ZERO))
        .put("disputed_at_s", dispute.map(BookingState.Dispute::sinceSeconds).orElse(0L))
        .put("cancelled_by", state.cancelledBy().map(Enum::name).orElse(null))
        .put("refunded_unattested", state.refundedUnattested());
  }

  private static ObjectNode withTerms(ObjectNode row, BookingTerms terms) {
    return row.put("fee_bps", terms.feeBps())
        .put("late_cancel_penalty_bps", terms.lateCancelPenaltyBps())
        .put("challenge_window_s", terms.challengeWindow())
        .put("no_attest_buffer_s", terms.noAttestBuffer())
        .put("dispute_timeout_s", terms.disputeTimeout())
        .put("challenge_bond", terms.challengeBond());
  }
}
