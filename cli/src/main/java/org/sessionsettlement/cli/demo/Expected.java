package org.sessionsettlement.cli.demo;

import java.util.List;
import java.util.Optional;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.rules.Verdict;

/** How a booking must end, computed by the rulebook from the scenario's script. */
sealed interface Expected {

  /**
   * Attested and finalized.
   *
   * @param attested what the oracle says
   * @param settled what counts in the end; another one where the owner overturned it
   */
  record Settled(Outcome attested, Outcome settled) implements Expected {}

  /** Cancelled before the start. */
  record Cancelled(Role by, boolean late) implements Expected {}

  /** Nobody attested in time; refunded. */
  record Unattested() implements Expected {}

  /** The line that the report prints for it. */
  default String label() {
    return switch (this) {
      case Settled(Outcome attested, Outcome settled) ->
          attested == settled
              ? settled.contractName()
              : settled.contractName() + " (not " + attested.contractName() + ")";
      case Cancelled(Role by, boolean late) ->
          "cancelled by " + (by == Role.HOST ? "host" : late ? "guest, late" : "guest, early");
      case Unattested() -> "unattested, refunded";
    };
  }

  /**
   * What must become of a scenario on a slot with these terms.
   *
   * @throws IllegalArgumentException if the rulebook gives no answer to the script: the scenario is
   *     wrong
   */
  static Expected of(Scenario scenario, SlotTerms terms) {
    return switch (scenario.course()) {
      case Course.Held() -> settled(attested(scenario, terms), Optional.empty());
      case Course.Disputed(Role challenger, Optional<Outcome> ownerSays) ->
          settled(attested(scenario, terms), ownerSays);
      case Course.Cancelled(Role by, boolean late) -> new Cancelled(by, late);
      case Course.OracleAway() -> unattested(scenario, terms);
    };
  }

  private static Expected settled(Outcome attested, Optional<Outcome> ownerSays) {
    return new Settled(attested, ownerSays.orElse(attested));
  }

  private static Outcome attested(Scenario scenario, SlotTerms terms) {
    Verdict verdict = Rulebook.decide(facts(scenario, terms, terms.endMs() / 1_000));
    if (verdict instanceof Verdict.Attest(Decision decision)) {
      return decision.outcome();
    }
    throw new IllegalArgumentException(scenario.key() + ": the rulebook says " + verdict);
  }

  private static Expected unattested(Scenario scenario, SlotTerms terms) {
    long after = AttestationWindow.lastSecondOfAll(terms) + 1;
    Verdict verdict = Rulebook.decide(facts(scenario, terms, after));
    if (verdict instanceof Verdict.Missed) {
      return new Unattested();
    }
    throw new IllegalArgumentException(scenario.key() + ": the rulebook says " + verdict);
  }

  private static Facts facts(Scenario scenario, SlotTerms terms, long chainTimeSeconds) {
    long start = terms.startTimeSeconds();
    return new Facts(
        terms,
        scenario.host().presence(start),
        scenario.guest().presence(start),
        List.of(),
        terms.endMs(),
        chainTimeSeconds);
  }
}
