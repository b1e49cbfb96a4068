package org.sessionsettlement.controlplane.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Columns;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table room_participants: rows are added, seen again and ended, never removed or reopened. */
final class ParticipantTable {
  private static final String COLUMNS =
      "select connection_id, escrow, booking_id, wallet, role, joined_ms, last_seen_ms, left_ms,"
          + " leave_reason from room_participants ";

  private final JdbcClient jdbc;

  ParticipantTable(Database database) {
    this.jdbc = database.jdbc();
  }

  void insert(Connection connection) {
    jdbc.sql(
            """
            insert into room_participants
              (connection_id, escrow, booking_id, wallet, role, joined_ms, last_seen_ms)
            values (:id, :escrow, :booking, :wallet, :role, :joined, :seen)
            """)
        .param("id", connection.id())
        .param("escrow", connection.booking().escrow().toString())
        .param("booking", connection.booking().bookingId())
        .param("wallet", connection.wallet().toString())
        .param("role", connection.role().text())
        .param("joined", connection.joinedMs())
        .param("seen", connection.lastSeenMs())
        .update();
  }

  void seen(UUID id, long nowMs) {
    jdbc.sql(
            """
            update room_participants set last_seen_ms = greatest(last_seen_ms, :now)
            where connection_id = :id and left_ms is null
            """)
        .param("id", id)
        .param("now", nowMs)
        .update();
  }

  /** Renews the leases that hold, of these connections; the ids of those that it renewed. */
  Set<UUID> seenAll(Collection<UUID> ids, long nowMs) {
    return new HashSet<>(
        jdbc.sql(
                """
                update room_participants set last_seen_ms = greatest(last_seen_ms, :now)
                where connection_id = any(:ids) and left_ms is null and last_seen_ms >= :holds
                returning connection_id
                """)
            .param("now", nowMs)
            .param("ids", ids.toArray(UUID[]::new))
            .param("holds", nowMs - Lease.LENGTH_MS)
            .query(UUID.class)
            .list());
  }

  /** Those of these connections that are open. */
  Set<UUID> openAmong(Collection<UUID> ids) {
    return new HashSet<>(
        jdbc.sql(
                "select connection_id from room_participants"
                    + " where connection_id = any(:ids) and left_ms is null")
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  void end(UUID id, Ending ending) {
    jdbc.sql(
            """
            update room_participants set left_ms = :at, leave_reason = :reason
            where connection_id = :id and left_ms is null
            """)
        .param("id", id)
        .param("at", ending.atMs())
        .param("reason", ending.reason().text())
        .update();
  }

  Optional<Connection> find(BookingKey booking, UUID id) {
    return of(booking, " and connection_id = :id").param("id", id).query(this::read).optional();
  }

  List<Connection> all(BookingKey booking) {
    return of(booking, " order by joined_ms, connection_id").query(this::read).list();
  }

  /** Of all these bookings; each one's in the order in which they joined. */
  Map<BookingKey, List<Connection>> all(List<BookingKey> bookings) {
    return ofAll(bookings, " order by joined_ms, connection_id").stream()
        .collect(Collectors.groupingBy(Connection::booking));
  }

  /** Of all these bookings, the open ones that have been silent since before then. */
  List<Connection> silent(List<BookingKey> bookings, long sinceMs) {
    return ofAll(bookings, " where left_ms is null and last_seen_ms < " + sinceMs);
  }

  private List<Connection> ofAll(List<BookingKey> bookings, String more) {
    return jdbc.sql(
            COLUMNS
                + " join unnest(:escrows::text[], :bookings::bigint[]) k (escrow, booking_id)"
                + " using (escrow, booking_id)"
                + more)
        .param("escrows", Columns.escrows(bookings))
        .param("bookings", Columns.bookings(bookings))
        .query(this::read)
        .list();
  }

  List<Connection> open(BookingKey booking) {
    return of(booking, " and left_ms is null").query(this::read).list();
  }

  /** Bookings with a connection whose lease is over but which is not closed yet. */
  List<BookingKey> withExpiredLeases(long nowMs, int limit) {
    return jdbc.sql(
            """
            select distinct escrow, booking_id from room_participants
            where left_ms is null and last_seen_ms < :silent limit :limit
            """)
        .param("silent", nowMs - Lease.LENGTH_MS)
        .param("limit", limit)
        .query((row, i) -> BookingKey.read(row))
        .list();
  }

  /** The last heartbeat of the open connection that has been silent longest. */
  Optional<Long> oldestOpenHeartbeatMs() {
    return jdbc.sql("select min(last_seen_ms) from room_participants where left_ms is null")
        .query(Long.class)
        .optional();
  }

  private JdbcClient.StatementSpec of(BookingKey booking, String more) {
    return jdbc.sql(COLUMNS + "where escrow = :escrow and booking_id = :booking" + more)
        .param("escrow", booking.escrow().toString())
        .param("booking", booking.bookingId());
  }

  private Connection read(ResultSet row, int index) throws SQLException {
    return new Connection(
        row.getObject("connection_id", UUID.class),
        BookingKey.read(row),
        Columns.address(row, "wallet"),
        Role.of(row.getString("role")),
        row.getLong("joined_ms"),
        row.getLong("last_seen_ms"),
        ending(row));
  }

  private static Optional<Ending> ending(ResultSet row) throws SQLException {
    String reason = row.getString("leave_reason");
    return reason == null
        ? Optional.empty()
        : Optional.of(new Ending(row.getLong("left_ms"), Ending.Reason.of(reason)));
  }
}
