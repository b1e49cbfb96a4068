package org.sessionsettlement.cli.call;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What presence has on record, read from the database itself. */
record Stays(String databaseUrl) {
  /**
   * A connection.
   *
   * @param reason why it ended; {@code live} where it has not
   */
  record Stay(String role, long joinedMs, long untilMs, String reason) {
    boolean isLive() {
      return reason.equals("live");
    }
  }

  /** Those that joined at or after this instant, in their order. */
  List<Stay> since(long joinedMs) throws SQLException {
    String sql =
        """
        select role, joined_ms, coalesce(left_ms, last_seen_ms), coalesce(leave_reason, 'live')
        from room_participants where joined_ms >= ? order by joined_ms""";
    try (Connection connection = DriverManager.getConnection(databaseUrl, "postgres", "");
        var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, joinedMs);
      try (var row = statement.executeQuery()) {
        List<Stay> stays = new ArrayList<>();
        while (row.next()) {
          stays.add(new Stay(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
        }
        return stays;
      }
    }
  }
}
