package org.sessionsettlement.cli.operate;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.KeyOptions;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionOverride;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code settle attest}: has the computed outcome attested now, or forces another one. */
@Command(
    name = "attest",
    usageHelpWidth = 110,
    description = {
      "Has a booking's outcome attested now, or forces another one.",
      "",
      "Attested is what the rulebook computes, which the service would attest by itself; or, with --outcome,",
      "another outcome, inside the contract's window, signed with an operator's key and recorded for good",
      "with who and why."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A forced outcome is in the bytes that the chain commits to, with the reason and the signature",
      "(docs/metrics/session-override-1.md). Either party may challenge it as any other.",
      "",
      "With --json: {outcome, tx_hash}; forced also operator, metrics_hash, state",
      "",
      "Refusals: session_running, grace_not_over, overlap_not_met, window_missed, presence_unknown,",
      "  already_settled, oracle_off; of a forced outcome also operator_unknown, operator_is_party,",
      "  outcome_is_computed, attestation_signed, attestation_under_way, not_attested_yet (it stands, and",
      "  the service goes on), settled_otherwise"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:attested",
      "1:refused, not on chain within the time, or the service does not answer",
      "2:the command was not understood"
    })
public final class AttestCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "BOOKING", description = "Its id, or <escrow address>-<id>.")
  private String booking = "";

  @Mixin private ServiceOptions service = new ServiceOptions();

  @ArgGroup(
      exclusive = false,
      heading = "%nTo force an outcome: all three, signed with the key of an operator:%n")
  private @Nullable Forced forced;

  @Option(
      names = "--wait-seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long to wait for a forced outcome's receipt (default: ${DEFAULT-VALUE}).")
  private int waitSeconds;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  /** A forced outcome, and in whose name. */
  static final class Forced {
    @Option(
        names = "--outcome",
        required = true,
        paramLabel = "OUTCOME",
        description = "Completed, NoShowHost or NoShowGuest.")
    private String outcome = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description =
            "Why: one line of plain text, at most 500 characters, for both parties to read.")
    private String reason = "";

    @ArgGroup(multiplicity = "1")
    private KeyOptions key = new KeyOptions();

    private Outcome outcome() {
      return Outcome.ofContractName(outcome)
          .orElseThrow(
              () ->
                  Refusal.misconfigured(
                      "bad_outcome", "--outcome is Completed, NoShowHost or NoShowGuest"));
    }

    private String reason() {
      if (!SessionOverride.isReason(reason)) {
        throw Refusal.misconfigured(
            "bad_reason", "--reason is one line of plain text, at most 500 characters");
      }
      return reason;
    }
  }

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          var api = service.api();
          verb.say(
              Optional.ofNullable(forced)
                  .map(given -> force(api, given))
                  .orElseGet(() -> computed(api)));
          return 0;
        });
  }

  private JsonSaid computed(OperatorApi api) {
    var answer = api.post("/session/" + OperatorApi.segment(booking) + "/attest", Map.of());
    return new JsonSaid(
        answer,
        "attested as %s in %s"
            .formatted(answer.path("outcome").asString(), answer.path("tx_hash").asString()));
  }

  private JsonSaid force(OperatorApi api, Forced given) {
    var forcing = new Forcing(api, booking, given.key.account());
    forcing.send(given.outcome(), given.reason());
    return forcing.awaitReceipt(Duration.ofSeconds(waitSeconds));
  }
}
