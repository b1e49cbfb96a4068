package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Verdict;

/**
 * An evaluation as it is kept.
 *
 * @param kind attest, wait, missed or inconclusive
 * @param reason the rulebook's code, where it gives one
 * @param decision what the presence said, where it said anything
 * @param atMs when it was evaluated, by the service's clock
 * @param lookAgainMs when it will be evaluated again, where that is known
 * @param facts what it was made from
 */
public record VerdictRecord(
    Kind kind,
    Optional<String> reason,
    Optional<Decision> decision,
    long atMs,
    OptionalLong lookAgainMs,
    Facts facts) {

  /** The rulebook's four answers. */
  public enum Kind {
    ATTEST,
    WAIT,
    MISSED,
    INCONCLUSIVE;

    /** As it is stored and shown. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static VerdictRecord of(Verdict verdict, Facts facts, Plan plan, long atMs) {
    return new VerdictRecord(
        kind(verdict),
        reason(verdict),
        decision(verdict),
        atMs,
        plan instanceof Plan.LookAgain(long again) ? OptionalLong.of(again) : OptionalLong.empty(),
        facts);
  }

  private static Kind kind(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Attest _ -> Kind.ATTEST;
      case Verdict.Wait _ -> Kind.WAIT;
      case Verdict.Missed _ -> Kind.MISSED;
      case Verdict.Inconclusive _ -> Kind.INCONCLUSIVE;
    };
  }

  private static Optional<String> reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Attest _ -> Optional.empty();
      case Verdict.Wait wait -> Optional.of(wait.reason().code());
      case Verdict.Missed _ -> Optional.of(Verdict.Missed.CODE);
      case Verdict.Inconclusive _ -> Optional.of(Verdict.Inconclusive.CODE);
    };
  }

  private static Optional<Decision> decision(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Attest(Decision decision) -> Optional.of(decision);
      case Verdict.Missed(Optional<Decision> decision) -> decision;
      case Verdict.Wait _, Verdict.Inconclusive _ -> Optional.empty();
    };
  }
}
