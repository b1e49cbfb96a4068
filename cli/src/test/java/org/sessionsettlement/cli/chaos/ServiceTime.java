package org.sessionsettlement.cli.chaos;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.sessionsettlement.controlplane.db.DatabaseSettings;

/**
 * The clock of the installation, which is its database's as in production, but goes at a pace of
 * its own. The nodes know nothing of that: a {@code clock_timestamp()} lies on their search path
 * before PostgreSQL's.
 */
final class ServiceTime implements InstantSource {
  private static final String FUNCTION =
      """
      create schema pace;
      create table pace.pace (wall_ms bigint primary key, service_ms bigint not null, speed int not null);
      insert into pace.pace values (0, 0, 1);
      create function pace.clock_timestamp() returns timestamptz volatile language sql as $$
        with wall as (select extract(epoch from pg_catalog.clock_timestamp()) * 1000 as now_ms)
        select to_timestamp((service_ms + (now_ms - wall_ms) * speed) / 1000)
        from pace.pace, wall where wall_ms <= now_ms order by wall_ms desc limit 1 $$;
      """;

  /** A change is announced so long before it, so that nobody sees the clock go back. */
  private static final Duration ANNOUNCED = Duration.ofMillis(300);

  /** Its pace may change while somebody waits for it. */
  private static final Duration LOOK = Duration.ofMillis(20);

  /** From that time of the wall's clock on. */
  private record Pace(long wallMs, long serviceMs, int speed) {
    long serviceMs(long nowWallMs) {
      return serviceMs + (nowWallMs - wallMs) * speed;
    }
  }

  private final InstantSource wall;
  private final DatabaseSettings database;
  private final ConcurrentSkipListMap<Long, Pace> paces = new ConcurrentSkipListMap<>();
  private int slowedBy;
  private int usualSpeed = 1;

  private ServiceTime(InstantSource wall, DatabaseSettings database) {
    this.wall = wall;
    this.database = database;
    this.paces.put(0L, new Pace(0, 0, 1));
  }

  /** Goes as the wall's clock at first. */
  static ServiceTime install(InstantSource wall, DatabaseSettings database) {
    ServiceTime time = new ServiceTime(wall, database);
    time.execute(FUNCTION);
    return time;
  }

  /** The same database with this clock in it. */
  DatabaseSettings settings() {
    return new DatabaseSettings(
        database.url() + "?currentSchema=public,pace,pg_catalog",
        database.user(),
        database.password());
  }

  /** From now on it goes so much faster than the wall's. */
  synchronized void run(int speed) {
    change(0, speed);
  }

  /** Jumps to that time if it is later, and goes on at its pace. */
  synchronized void jumpTo(long unixSeconds) {
    change(unixSeconds * 1_000, paceAt(wall.millis()).speed());
  }

  /**
   * Goes no faster than the wall's while that is done: an outage takes the time that it would take
   * in production.
   */
  void slowly(Runnable work) {
    slow();
    try {
      work.run();
    } finally {
      hurry();
    }
  }

  private synchronized void slow() {
    if (slowedBy++ == 0) {
      usualSpeed = paceAt(wall.millis()).speed();
      run(1);
    }
  }

  private synchronized void hurry() {
    if (--slowedBy == 0) {
      run(usualSpeed);
    }
  }

  private void change(long leastMs, int speed) {
    long wallMs = wall.millis() + ANNOUNCED.toMillis();
    long serviceMs = Math.max(leastMs, paceAt(wallMs).serviceMs(wallMs));
    execute("insert into pace.pace values (%d, %d, %d)".formatted(wallMs, serviceMs, speed));
    paces.put(wallMs, new Pace(wallMs, serviceMs, speed));
    while (wall.millis() <= wallMs) {
      LockSupport.parkNanos(ANNOUNCED.toNanos());
    }
  }

  private Pace paceAt(long wallMs) {
    return paces.floorEntry(wallMs).getValue();
  }

  private void execute(String sql) {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the service's clock cannot be set", e);
    }
  }

  @Override
  public Instant instant() {
    long wallMs = wall.millis();
    return Instant.ofEpochMilli(paceAt(wallMs).serviceMs(wallMs));
  }

  long seconds() {
    return instant().getEpochSecond();
  }

  /** Waits so long by this clock. */
  void pass(Duration duration) {
    awaitMillis(millis() + duration.toMillis());
  }

  /** Waits until this clock shows that time. */
  void awaitSeconds(long unixSeconds) {
    awaitMillis(unixSeconds * 1_000);
  }

  private void awaitMillis(long unixMillis) {
    while (millis() < unixMillis && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
