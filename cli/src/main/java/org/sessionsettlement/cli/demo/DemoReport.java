package org.sessionsettlement.cli.demo;

import java.util.List;

/** What came of the demo. */
record DemoReport(List<SessionReport> sessions, BalanceSheet balance) {

  boolean isAllRight() {
    return balance.isBalanced() && sessions.stream().allMatch(s -> s.problems().isEmpty());
  }
}
