package org.sessionsettlement.controlplane.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.Slot;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The terms of one escrow's slots. */
final class SlotTable {
  private final JdbcClient jdbc;
  private final Address escrow;

  SlotTable(Database database, Address escrow) {
    this.jdbc = database.jdbc();
    this.escrow = escrow;
  }

  void insert(List<Long> ids, List<Slot> slots) {
    List<ObjectNode> rows = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      rows.add(row(ids.get(i), slots.get(i)));
    }
    BulkRows.write(
        jdbc,
        "insert into slots select * from jsonb_populate_recordset(null::slots, :rows::jsonb)",
        rows);
  }

  private ObjectNode row(long slotId, Slot slot) {
    if (!slot.exists()) {
      throw new IllegalStateException("the node tells of slot " + slotId + " and does not have it");
    }
    return BulkRows.row()
        .put("escrow", escrow.toString())
        .put("slot_id", slotId)
        .put("host", slot.host().toString())
        .put("start_s", slot.startTime())
        .put("duration_mins", slot.durationMins())
        .put("price", slot.price())
        .put("grace_mins", slot.graceMins())
        .put("min_overlap_mins", slot.minOverlapMins())
        .put("cancel_cutoff_mins", slot.cancelCutoffMins());
  }

  void delete(Collection<Long> slotIds) {
    jdbc.sql("delete from slots where escrow = :escrow and slot_id = any(:ids)")
        .param("escrow", escrow.toString())
        .param("ids", slotIds.toArray(Long[]::new))
        .update();
  }

  void clear() {
    jdbc.sql("delete from slots where escrow = :escrow")
        .param("escrow", escrow.toString())
        .update();
  }
}
