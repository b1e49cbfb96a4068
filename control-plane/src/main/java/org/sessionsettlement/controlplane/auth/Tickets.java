package org.sessionsettlement.controlplane.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.tempo.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tickets for what a browser opens without headers of its own (WebSocket, EventSource): each
 * carries a wallet through one request, in its address, within half a minute.
 */
public final class Tickets {
  static final Duration LIFETIME = Duration.ofSeconds(30);
  private static final int PRUNED_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public Tickets(Database database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /** A ticket for its holder alone. */
  public record Ticket(String text, long expiresAtMs) {
    @Override
    public String toString() {
      return "Ticket[until " + expiresAtMs + "]";
    }
  }

  public Ticket issue(Address wallet) {
    var token = OpaqueToken.random();
    long expiresMs = clock.millis() + LIFETIME.toMillis();
    jdbc.sql("insert into tickets (ticket_hash, wallet, expires_ms) values (?, ?, ?)")
        .params(token.hash(), wallet.toString(), expiresMs)
        .update();
    return new Ticket(token.text(), expiresMs);
  }

  /** Uses the ticket up; empty where it was unknown, used or expired. */
  public Optional<Address> use(String text) {
    return OpaqueToken.parse(text).flatMap(this::use);
  }

  private Optional<Address> use(OpaqueToken token) {
    return jdbc.sql("delete from tickets where ticket_hash = ? and expires_ms > ? returning wallet")
        .params(token.hash(), clock.millis())
        .query(String.class)
        .optional()
        .map(Address::parse);
  }

  /** Forgets what nobody can use any more, a bounded number at a time. */
  public void prune() {
    jdbc.sql(
            "delete from tickets where ticket_hash in (select ticket_hash from tickets"
                + " where expires_ms <= ? order by expires_ms limit ?"
                + " for update skip locked)")
        .params(clock.millis(), PRUNED_AT_ONCE)
        .update();
  }
}
