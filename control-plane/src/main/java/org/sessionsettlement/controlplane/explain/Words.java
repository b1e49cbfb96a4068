package org.sessionsettlement.controlplane.explain;

import java.util.Locale;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Outcome;

/** The phrases that stories are made of. */
public final class Words {
  private static final double MS_PER_MINUTE = 60_000;

  private Words() {}

  /** What an outcome means to both. */
  public static String meaning(EscrowOutcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "both were there for as long as agreed, and the host is paid.";
      case NO_SHOW_HOST -> "the host did not keep the appointment, and the guest is refunded.";
      case NO_SHOW_GUEST -> "the guest did not keep the appointment, and the host is paid.";
      case CANCELLED_BY_HOST -> "the host cancelled.";
      case CANCELLED_BY_GUEST -> "the guest cancelled.";
      case NONE -> "nothing was decided.";
    };
  }

  /** What an outcome means; where an operator forced it, for whom, by whom and why. */
  static String meaning(Situation situation) {
    var outcome = situation.booking().standing().outcome();
    return situation
        .override()
        .filter(forced -> EscrowOutcome.of(forced.outcome()) == outcome)
        .map(forced -> money(outcome) + " " + forced(forced))
        .orElseGet(() -> meaning(outcome));
  }

  private static String money(EscrowOutcome outcome) {
    return outcome == EscrowOutcome.NO_SHOW_HOST ? "the guest is refunded." : "the host is paid.";
  }

  /** Who forced an outcome and why, and what the rulebook said. */
  static String forced(ForcedOutcome forced) {
    String computed = forced.computed().map(Outcome::contractName).orElse("no answer");
    return "An operator (%s) forced %s; the rulebook gave %s. The reason: %s"
        .formatted(
            forced.operator(),
            forced.outcome().contractName(),
            computed,
            sentence(forced.reason()));
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  static String decided(Decision decision) {
    String together = minutes(decision.overlapMs());
    return switch (decision.outcome()) {
      case COMPLETED -> "Both have been there together for " + together + ", which is enough.";
      case NO_SHOW_HOST ->
          "The overlap can no longer be reached, and the host is at fault" + charges(decision);
      case NO_SHOW_GUEST ->
          "The overlap can no longer be reached, and the guest is at fault" + charges(decision);
    };
  }

  private static String charges(Decision decision) {
    return decision
        .charges()
        .map(
            charged ->
                " (missing while the other was there: host %s, guest %s)."
                    .formatted(minutes(charged.hostMissingMs()), minutes(charged.guestMissingMs())))
        .orElse(".");
  }

  static String waiting(String reason) {
    return switch (reason) {
      case "session_running" -> "The session is running and every outcome is still possible.";
      case "grace_not_over" ->
          "The overlap can no longer be reached, but the grace for a late join is not over.";
      case "overlap_not_met" ->
          "The session is completed; the contract takes that outcome a little later.";
      default -> "There is no answer yet.";
    };
  }

  /** Says so where the outcome on chain is not of our making. */
  static String byWhom(Situation situation) {
    boolean attested = situation.booking().standing().metricsHash().isPresent();
    return attested && !situation.committedByUs()
        ? " It was not this service that attested it."
        : "";
  }

  static String minutes(long ms) {
    return String.format(Locale.ROOT, "%.1f min", ms / MS_PER_MINUTE);
  }
}
