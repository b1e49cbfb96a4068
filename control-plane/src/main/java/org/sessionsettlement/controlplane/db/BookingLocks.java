package org.sessionsettlement.controlplane.db;

import java.util.Set;
import java.util.stream.Collectors;
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
   * Takes those of these bookings' locks that are free and keeps them until the surrounding
   * transaction ends; waits for none.
   *
   * @return the bookings that are locked now
   * @throws IllegalStateException outside a transaction
   */
  public Set<BookingKey> tryLock(Set<BookingKey> keys) {
    requireTransaction();
    var names = keys.stream().collect(Collectors.toMap(BookingKey::toString, key -> key));
    return jdbc
        .sql(
            "select name from unnest(:names) as names (name)"
                + " where pg_try_advisory_xact_lock(hashtextextended(name, 0))")
        .param("names", names.keySet().toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(names::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Takes the lock of this booking and keeps it until the surrounding transaction ends.
   *
   * @throws IllegalStateException outside a transaction, where the lock would be released at once
   */
  public void lock(BookingKey key) {
    requireTransaction();
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", key.toString())
        .query(rs -> {});
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a booking is locked inside a transaction only");
    }
  }
}
