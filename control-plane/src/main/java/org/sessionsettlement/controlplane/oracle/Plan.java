package org.sessionsettlement.controlplane.oracle;

import java.util.OptionalLong;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.Verdict;

/** What follows from a verdict: submit it now, look again, or nothing ever. */
public sealed interface Plan {
  /**
   * The watermark and the chain's time lag, mostly by less than a block: who comes too early waits
   * as long as it is late already, between this and {@link #MOST_PAUSE_WHILE_LATE_MS}.
   */
  long LEAST_PAUSE_MS = 200;

  long MOST_PAUSE_WHILE_LATE_MS = 1_000;

  /** The chain's first block of an instant comes up to a block time later: half of Tempo's. */
  long CHAIN_LAG_MS = 250;

  /**
   * Leaves move the answer of a running session: this is how late one is noticed of which the leave
   * hook did not hear.
   */
  long MOST_PAUSE_WHILE_RUNNING_MS = 120_000;

  record Submit(Decision decision) implements Plan {}

  record LookAgain(long atMs) implements Plan {}

  record Nothing() implements Plan {}

  /** The plan for a verdict on these facts, at this time of the service's clock. */
  static Plan of(Verdict verdict, Facts facts, long nowMs) {
    return switch (verdict) {
      case Verdict.Attest(Decision decision) when isHeldUntilEnd(decision, facts) ->
          lookAgain(facts.slot().endMs() + CHAIN_LAG_MS, nowMs);
      case Verdict.Attest(Decision decision) -> new Submit(decision);
      case Verdict.Wait _ -> waiting(facts, Rulebook.lookAgainMs(facts), nowMs);
      case Verdict.Missed _ -> new Nothing();
      case Verdict.Inconclusive _ ->
          lookAgain((AttestationWindow.lastSecondOfAll(facts.slot()) + 1) * 1_000, nowMs);
    };
  }

  /** A Completed waits for the end, so that no challenge window runs out inside the session. */
  static boolean isHeldUntilEnd(Decision decision, Facts facts) {
    return decision.outcome() == Outcome.COMPLETED
        && facts.chainTimeSeconds() * 1_000 < facts.slot().endMs();
  }

  private static Plan waiting(Facts facts, OptionalLong atMs, long nowMs) {
    long soon = nowMs + MOST_PAUSE_WHILE_RUNNING_MS;
    boolean running = facts.watermarkMs() < facts.slot().endMs();
    long at = atMs.orElse(soon);
    return lookAgain(running ? Math.min(at, soon) : at, nowMs);
  }

  private static Plan lookAgain(long atMs, long nowMs) {
    long pauseMs = Math.clamp(nowMs - atMs, LEAST_PAUSE_MS, MOST_PAUSE_WHILE_LATE_MS);
    return new LookAgain(Math.max(atMs, nowMs + pauseMs));
  }
}
