package org.sessionsettlement.controlplane.db;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Short texts to all nodes of an installation (PostgreSQL's NOTIFY). */
public final class Notices {
  /** What fits into one notice: PostgreSQL's 8,000 bytes, at the most bytes a character has. */
  public static final int MAX_CHARS = 2_600;

  /**
   * What a channel is called: PostgreSQL keeps one list for all schemas of a database, and
   * installations may share that. A parameter, the plain name, follows.
   */
  static final String NAME_OF_CHANNEL = "left(md5(current_schema()), 8) || '_' || ";

  private final JdbcClient jdbc;

  public Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Sent when the surrounding transaction commits, and not at all where it does not. */
  public void send(String channel, String text) {
    jdbc.sql("select pg_notify(" + NAME_OF_CHANNEL + ":channel, :text)")
        .param("channel", channel)
        .param("text", text)
        .query(rs -> {});
  }
}
