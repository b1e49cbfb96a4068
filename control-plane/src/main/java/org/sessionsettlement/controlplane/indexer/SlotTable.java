package org.sessionsettlement.controlplane.indexer;

import java.math.BigDecimal;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The terms of one escrow's slots. */
final class SlotTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  SlotTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void insert(long slotId, Slot slot) {
    jdbc.sql(
            """
            insert into slots (escrow, slot_id, host, start_s, duration_mins, price, grace_mins,
              min_overlap_mins, cancel_cutoff_mins)
            values (:escrow, :id, :host, :start, :duration, :price, :grace, :overlap, :cutoff)
            """)
        .param("escrow", escrow.toString())
        .param("id", slotId)
        .param("host", slot.host().toString())
        .param("start", slot.startTime())
        .param("duration", slot.durationMins())
        .param("price", new BigDecimal(slot.price()))
        .param("grace", slot.graceMins())
        .param("overlap", slot.minOverlapMins())
        .param("cutoff", slot.cancelCutoffMins())
        .update();
  }

  void delete(List<Long> slotIds) {
    for (long id : slotIds) {
      jdbc.sql("delete from slots where escrow = :escrow and slot_id = :id")
          .param("escrow", escrow.toString())
          .param("id", id)
          .update();
    }
  }
}
