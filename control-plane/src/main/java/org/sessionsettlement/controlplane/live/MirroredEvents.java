package org.sessionsettlement.controlplane.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.live.LiveEvent.Topic;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The mirror's events of all escrows in the chain's order. */
final class MirroredEvents {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.shared();

  MirroredEvents(Database database) {
    this.jdbc = database.jdbc();
  }

  /** Some of what comes after a position: where it goes on, and what of it a page can show. */
  record Page(List<LiveEvent> events, Optional<Position> last) {}

  Position newest() {
    return jdbc.sql(
            """
            select e.block_number, e.log_index from indexer_cursors c
            join lateral (select block_number, log_index from escrow_events e
              where e.escrow = c.escrow order by block_number desc, log_index desc limit 1) e on true
            order by e.block_number desc, e.log_index desc limit 1
            """)
        .query((row, i) -> position(row))
        .optional()
        .orElse(Position.BEFORE_ALL);
  }

  Page after(Position position, int limit) {
    var rows =
        jdbc.sql(
                """
                select e.*, b.host as booking_host, b.guest as booking_guest, b.status,
                  s.host as slot_host, r.fields ->> 'guest' as request_guest,
                  r.fields ->> 'host_target' as request_host,
                  coalesce(e.fields ->> 'from', e.fields ->> 'host') as account
                from indexer_cursors c
                join lateral (select * from escrow_events e
                  where e.escrow = c.escrow
                    and (e.block_number, e.log_index) > (:block, :index)
                  order by block_number, log_index limit :limit) e on true
                left join bookings b on b.escrow = e.escrow and b.booking_id = e.booking_id
                left join slots s on s.escrow = e.escrow and s.slot_id = e.slot_id
                left join escrow_events r on r.escrow = e.escrow and r.request_id = e.request_id
                  and r.name = 'SessionRequestCreated'
                order by e.block_number, e.log_index limit :limit
                """)
            .param("block", position.block())
            .param("index", position.logIndex())
            .param("limit", limit)
            .query((row, i) -> new Row(position(row), event(row)))
            .list();
    return new Page(
        rows.stream().map(Row::event).flatMap(Optional::stream).toList(),
        rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().at()));
  }

  private record Row(Position at, Optional<LiveEvent> event) {}

  private static Position position(ResultSet row) throws SQLException {
    return new Position(row.getLong("block_number"), row.getLong("log_index"));
  }

  private Optional<LiveEvent> event(ResultSet row) throws SQLException {
    var topic = Topic.of(row.getString("name"));
    return topic.isEmpty() ? Optional.empty() : Optional.of(event(row, topic.get()));
  }

  private LiveEvent event(ResultSet row, Topic topic) throws SQLException {
    return new LiveEvent(
        position(row),
        topic,
        concerned(row, topic),
        topic == Topic.BOOKING ? Optional.of(BookingKey.read(row)) : Optional.empty(),
        told(row, topic).toString());
  }

  private static Set<Address> concerned(ResultSet row, Topic topic) throws SQLException {
    return switch (topic) {
      case BOOKING -> named(row, "booking_host", "booking_guest");
      case SLOT -> named(row, "slot_host");
      case REQUEST -> named(row, "request_guest", "request_host", "account");
      case ACCOUNT -> named(row, "account");
    };
  }

  private ObjectNode told(ResultSet row, Topic topic) throws SQLException {
    var told =
        json.createObjectNode()
            .put("escrow", row.getString("escrow"))
            .put("kind", row.getString("name"))
            .put("block", row.getLong("block_number"))
            .put("tx_hash", row.getString("tx_hash"))
            .put("at_s", row.getLong("block_time_s"));
    return switch (topic) {
      case BOOKING ->
          told.put("booking_id", row.getLong("booking_id"))
              .put("host", row.getString("booking_host"))
              .put("guest", row.getString("booking_guest"))
              .put("status", row.getString("status"));
      case SLOT ->
          told.put("slot_id", row.getLong("slot_id")).put("host", row.getString("slot_host"));
      case REQUEST ->
          told.put("request_id", row.getLong("request_id"))
              .put("host", row.getString("request_host"))
              .put("guest", row.getString("request_guest"));
      case ACCOUNT -> told.put("account", row.getString("account"));
    };
  }

  private static Set<Address> named(ResultSet row, String... columns) throws SQLException {
    var named = new HashSet<Address>();
    for (String column : columns) {
      if (row.getString(column) != null) {
        named.add(Columns.address(row, column));
      }
    }
    return named;
  }
}
