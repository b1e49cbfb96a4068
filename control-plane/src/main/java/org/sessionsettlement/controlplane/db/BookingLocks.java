package org.sessionsettlement.controlplane.db;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One lock a booking, shared by presence and the oracle across all nodes of an installation: what a
 * verdict is made from cannot change while it is made.
 */
public final class BookingLocks {
  private final JdbcClient jdbc;

  public BookingLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the lock of this booking and keeps it until the surrounding transaction ends.
   *
   * @throws IllegalStateException outside a transaction, where the lock would be released at once
   */
  public void lock(BookingKey key) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a booking is locked inside a transaction only");
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", key.toString())
        .query(rs -> {});
  }
}
