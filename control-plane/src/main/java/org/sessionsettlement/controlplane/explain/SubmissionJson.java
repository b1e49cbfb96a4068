package org.sessionsettlement.controlplane.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.oracle.Intent;
import org.sessionsettlement.controlplane.oracle.Submission;

/** One submission over HTTP, with its transaction where it has one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionJson(
    String what,
    @Nullable String outcome,
    String state,
    @Nullable String txHash,
    @Nullable String note,
    int attempts,
    long createdMs,
    @Nullable Long sentMs,
    @Nullable Long closedMs) {
  static SubmissionJson of(Submission submission) {
    var how = ExplanationJson.AttestationJson.of(submission, Optional.empty());
    return new SubmissionJson(
        what(submission.intent()),
        submission.intent() instanceof Intent.Attest attest
            ? attest.outcome().contractName()
            : null,
        how.state(),
        how.txHash(),
        how.note(),
        submission.attempts(),
        submission.createdMs(),
        nullable(submission.sentMs()),
        nullable(submission.closedMs()));
  }

  private static String what(Intent intent) {
    return switch (intent) {
      case Intent.Attest _ -> "attest";
      case Intent.Finalize _ -> "finalize";
      case Intent.FinalizeDispute _ -> "finalize_dispute";
    };
  }

  private static @Nullable Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
