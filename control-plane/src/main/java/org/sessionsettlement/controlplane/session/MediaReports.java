package org.sessionsettlement.controlplane.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.Lease;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table media_reports. It is beside presence, never part of it. */
public final class MediaReports {
  /** How often growing byte counts alone are worth a row. */
  static final Duration EVERY = Duration.ofMinutes(1);

  /** Connected or not is kept sooner, but never oftener than clients are asked to speak. */
  static final Duration CHANGE_EVERY = Lease.HEARTBEAT_EVERY;

  /** The most that one explanation shows: the newest. */
  static final int MOST_SHOWN = 500;

  private final JdbcClient jdbc;

  public MediaReports(Database database) {
    this.jdbc = database.jdbc();
  }

  /** Keeps what is new in this report, if anything is. */
  void add(UUID connection, long atMs, MediaState state) {
    addAll(List.of(new Said(connection, state)), atMs);
  }

  /** What a connection's client said. */
  record Said(UUID connection, MediaState state) {}

  /** Keeps what is new in these reports, as if each were alone. */
  void addAll(List<Said> reports, long atMs) {
    if (reports.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into media_reports (connection_id, at_ms, connected, bytes_sent, bytes_received)
            select said.id, :at, said.connected, said.sent, said.received
            from unnest(:ids, :connected, :sent, :received) as said (id, connected, sent, received)
            where not exists (
              select 1 from (
                select at_ms, connected from media_reports
                where connection_id = said.id order by at_ms desc limit 1) newest
              where newest.at_ms >
                :at - case when newest.connected = said.connected
                      then :every else :change_every end)
            on conflict do nothing
            """)
        .param("at", atMs)
        .param("ids", column(reports, Said::connection, UUID[]::new))
        .param("connected", column(reports, said -> said.state().connected(), Boolean[]::new))
        .param("sent", column(reports, said -> said.state().bytesSent(), Long[]::new))
        .param("received", column(reports, said -> said.state().bytesReceived(), Long[]::new))
        .param("every", EVERY.toMillis())
        .param("change_every", CHANGE_EVERY.toMillis())
        .update();
  }

  private static <T> T[] column(
      List<Said> reports, Function<Said, T> value, IntFunction<T[]> array) {
    return reports.stream().map(value).toArray(array);
  }

  /** What both parties' clients said, oldest first. */
  public List<MediaReport> of(BookingKey booking) {
    return jdbc.sql(
            """
            select * from (
              select p.role, m.* from media_reports m
              join room_participants p using (connection_id)
              where p.escrow = :escrow and p.booking_id = :booking
              order by m.at_ms desc limit :most) newest
            order by at_ms, role
            """)
        .param("escrow", booking.escrow().toString())
        .param("booking", booking.bookingId())
        .param("most", MOST_SHOWN)
        .query((row, i) -> read(row))
        .list();
  }

  private static MediaReport read(ResultSet row) throws SQLException {
    return new MediaReport(
        Role.of(row.getString("role")),
        row.getLong("at_ms"),
        new MediaState(
            row.getBoolean("connected"), row.getLong("bytes_sent"), row.getLong("bytes_received")));
  }
}
