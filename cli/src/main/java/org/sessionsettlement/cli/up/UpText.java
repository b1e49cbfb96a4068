package org.sessionsettlement.cli.up;

import java.util.Locale;
import org.sessionsettlement.cli.stack.Endpoints;

/** What {@code settle up} says once everything runs. */
final class UpText {
  private UpText() {}

  static String of(Endpoints endpoints) {
    StringBuilder text = new StringBuilder();
    row(text, "service", endpoints.serviceUrl());
    row(text, "chain", endpoints.rpcUrl() + " (chain id " + endpoints.chainId() + ")");
    row(text, "escrow", endpoints.escrow());
    row(text, "database", endpoints.databaseUrl());
    row(text, "data", endpoints.data());
    text.append("\nAccounts, rich in AlphaUSD on this chain alone:\n");
    endpoints
        .accounts()
        .forEach(
            account -> row(text, account.name(), account.address() + "  " + account.privateKey()));
    text.append("\n`settle meet` books a session that begins now, to try a call in.");
    text.append("\nMove the chain's time with `settle time 2h`. Ctrl-C ends everything.");
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, value));
  }
}
