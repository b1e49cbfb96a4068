package org.sessionsettlement.controlplane.explain;

import java.util.Optional;
import org.sessionsettlement.controlplane.oracle.Intent;
import org.sessionsettlement.controlplane.oracle.Stage;
import org.sessionsettlement.controlplane.oracle.Submission;

/** The story of a booking that the mirror still shows as Booked while we attest it. */
final class BeingAttested {
  private BeingAttested() {}

  /** Empty where the attestation ended so that the booking is decided again. */
  static Optional<Story> of(Situation situation, Submission submission) {
    String outcome = situation.override().map(Words::forced).orElseGet(() -> decided(submission));
    return switch (submission.stage()) {
      case Stage.Decided _ -> story(outcome + " The attestation is being prepared.");
      case Stage.Signed _, Stage.Sent _ ->
          story(outcome + " The attestation is on its way to the chain.");
      case Stage.Confirmed _ -> story("Attested. " + outcome);
      case Stage.SettledWithoutUs(String how) ->
          Optional.of(
              new Story(
                  "Settled without us: on chain the booking is "
                      + how.toLowerCase(java.util.Locale.ROOT)
                      + ".",
                  Next.soon("The mirror follows.")));
      case Stage.GaveUp(String reason) ->
          Optional.of(
              new Story(
                  outcome + " It could not be attested (" + reason + ").",
                  Story.claim(situation.booking(), reason)));
      case Stage.Expired _, Stage.Refused _, Stage.Overridden _ -> Optional.empty();
    };
  }

  private static Optional<Story> story(String summary) {
    return Optional.of(
        new Story(summary, Next.soon("Once the chain has it, either party may challenge.")));
  }

  private static String decided(Submission submission) {
    return submission.intent() instanceof Intent.Attest attest
        ? "Decided: " + attest.outcome().contractName() + "."
        : "Decided.";
  }
}
