package org.sessionsettlement.cli.demo;

import org.sessionsettlement.rules.SlotTerms;

/** A scenario that has become a booking on chain. */
record BookedSession(
    Scenario scenario, Player host, Player guest, long bookingId, SlotTerms terms) {
  private static final long MS_PER_SECOND = 1_000;

  Player player(Role role) {
    return role == Role.HOST ? host : guest;
  }

  Script script(Role role) {
    return role == Role.HOST ? scenario.host() : scenario.guest();
  }

  Expected expected() {
    return Expected.of(scenario, terms);
  }

  boolean isCancelled() {
    return scenario.course() instanceof Course.Cancelled;
  }

  boolean losesItsOracle() {
    return scenario.course() instanceof Course.OracleAway;
  }

  boolean isAttested() {
    return !isCancelled() && !losesItsOracle();
  }

  long endSeconds() {
    return terms.endMs() / MS_PER_SECOND;
  }

  String id() {
    return Long.toString(bookingId);
  }
}
