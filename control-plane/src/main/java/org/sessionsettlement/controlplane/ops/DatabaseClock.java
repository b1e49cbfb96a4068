package org.sessionsettlement.controlplane.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's clock: one for all nodes, and never that of a client. */
public final class DatabaseClock implements InstantSource {
  private final JdbcClient jdbc;

  public DatabaseClock(Database database) {
    this(database.jdbc());
  }

  private DatabaseClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The same clock, asked over liveness' own connection. */
  static DatabaseClock onOwnLine(Database database) {
    return new DatabaseClock(database.ownLine());
  }

  @Override
  public Instant instant() {
    return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }
}
