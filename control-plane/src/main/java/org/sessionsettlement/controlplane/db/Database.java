package org.sessionsettlement.controlplane.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pool, a client on it, and transactions; migrated to the newest schema when it is opened. */
public final class Database implements AutoCloseable {
  /** How long a request waits for a connection before it is told that the database is away. */
  static final Duration CONNECTION_WAIT = Duration.ofSeconds(3);

  /**
   * Silence of the server after which a statement is given up, so that no thread hangs for good.
   */
  static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

  /**
   * A transaction that waits longer for a lock is given up; one whose node froze loses its lock.
   */
  private static final String SESSION_LIMITS =
      "set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '30s'";

  private final HikariDataSource pool;
  private final HikariDataSource ownLine;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  private Database(HikariDataSource pool, HikariDataSource ownLine) {
    this.pool = pool;
    this.ownLine = ownLine;
    this.jdbc = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    // Every statement sees what was committed before it: after a lock is granted, the newest rows.
    this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /**
   * Connects and migrates.
   *
   * @throws RuntimeException when the server cannot be reached or a migration fails
   */
  public static Database open(DatabaseSettings settings) {
    var database = connect(settings);
    try {
      Flyway.configure()
          .dataSource(database.pool)
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Connects to a database as it is, for programs beside the service.
   *
   * @throws RuntimeException when the server cannot be reached
   */
  public static Database connect(DatabaseSettings settings) {
    var pool = new HikariDataSource(poolOf("settlement", settings, settings.maxConnections()));
    try {
      return new Database(pool, new HikariDataSource(poolOf("liveness", settings, 1)));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig poolOf(String name, DatabaseSettings settings, int connections) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setConnectionInitSql(SESSION_LIMITS);
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
    config.addDataSourceProperty("connectTimeout", CONNECTION_WAIT.toSeconds());
    return config;
  }

  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /**
   * A connection beside the pool, for liveness alone: however many requests wait for the pool, they
   * must not look like an outage of the service.
   */
  public JdbcClient ownLine() {
    return JdbcClient.create(ownLine);
  }

  /** Runs the work in one transaction (joining one that is open) and returns its value. */
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }

  /** Runs the work in one transaction (joining one that is open). */
  public void doInTransaction(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  /**
   * Runs it once the open transaction is committed, never where that fails; at once without one.
   */
  public void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  /** Runs the work in one transaction that holds this booking's lock, and returns its value. */
  public <T> T locked(BookingKey booking, Supplier<T> work) {
    return inTransaction(
        () -> {
          bookingLocks().lock(booking);
          return work.get();
        });
  }

  public BookingLocks bookingLocks() {
    return new BookingLocks(jdbc);
  }

  @Override
  public void close() {
    ownLine.close();
    pool.close();
  }
}
