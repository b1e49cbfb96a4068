package org.sessionsettlement.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One session: what had to come, and what came.
 *
 * @param expected the rulebook's answer to the script
 * @param onChain how the booking ended
 * @param attestations how many Attested events it has
 * @param delay how long the attestation took
 * @param transaction the one that decided
 * @param due what each had to be paid
 * @param paid what each was paid
 * @param explanation the service's own words
 * @param metricsVerified whether the stored bytes hash to what is on chain, where there is anything
 *     on chain
 */
record SessionReport(
    String key,
    String title,
    long bookingId,
    String expected,
    String onChain,
    int attestations,
    Optional<Delay> delay,
    Optional<String> transaction,
    Payout due,
    Payout paid,
    Optional<String> explanation,
    Optional<Boolean> metricsVerified) {

  /**
   * How long the attestation took, to its block, by the chain's time.
   *
   * @param afterDecidedMs since the instant at which the rulebook could decide
   * @param afterDueMs since it was to be sent: a Completed waits for the session's end, so that no
   *     challenge window runs out inside it
   */
  record Delay(long afterDecidedMs, long afterDueMs) {}

  /** What is wrong with it; empty when all is as it should be. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!expected.equals(onChain)) {
      problems.add("expected " + expected + ", on chain: " + onChain);
    }
    if (!due.equals(paid)) {
      problems.add("due " + due + ", paid " + paid);
    }
    if (explanation.isEmpty()) {
      problems.add("no explanation");
    }
    if (metricsVerified.equals(Optional.of(false))) {
      problems.add("the metrics do not hash to what is on chain");
    }
    if (attestations > 1) {
      problems.add("attested " + attestations + " times");
    }
    return problems;
  }
}
