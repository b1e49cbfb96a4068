package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;

class TicketsTest {
  private static final Database DATABASE = TestDatabase.open(TicketsTest.class);

  private final SettableClock clock = new SettableClock(1_000_000);
  private final Tickets tickets = new Tickets(DATABASE, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void carryTheirWalletOnce() {
    var ticket = tickets.issue(FakeBookings.HOST);
    assertThat(tickets.use(ticket.text())).contains(FakeBookings.HOST);
    assertThat(tickets.use(ticket.text())).isEmpty();
  }

  @Test
  void expireAfterHalfAMinute() {
    var ticket = tickets.issue(FakeBookings.HOST);
    assertThat(ticket.expiresAtMs()).isEqualTo(clock.millis() + 30_000);
    clock.set(ticket.expiresAtMs());
    assertThat(tickets.use(ticket.text())).isEmpty();
  }

  @Test
  void areForgottenOnceTheyExpired() {
    var old = tickets.issue(FakeBookings.HOST);
    clock.set(old.expiresAtMs());
    var fresh = tickets.issue(FakeBookings.GUEST);
    tickets.prune();
    var left = DATABASE.jdbc().sql("select wallet from tickets").query(String.class).list();
    assertThat(left).containsExactly(FakeBookings.GUEST.toString());
    assertThat(tickets.use(fresh.text())).contains(FakeBookings.GUEST);
  }
}
