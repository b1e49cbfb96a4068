package org.sessionsettlement.cli.operate;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code settle stuck}: what a person should look at. */
@Command(
    name = "stuck",
    usageHelpWidth = 110,
    description = "Lists what does not go on by itself, or not in time.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Kinds (docs/runbook.md says what to do):",
      "  failing         a submission failed three times or more, and is tried again",
      "  waiting         a submission is not over after two minutes",
      "  window_closing  the session is over, its window closes within 15 minutes, nothing is signed",
      "  inconclusive    the rulebook gives no answer; an operator may, inside the window",
      "  missed          nothing can attest it any more, and nobody has claimed the refund yet",
      "With --json: {now_ms, stuck: [{escrow, booking_id, kind, since_ms, detail}]}; since_ms of",
      "  window_closing is when it closes"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is stuck",
      "1:something is, or the service does not answer or refused",
      "2:the command was not understood"
    })
public final class StuckCommand implements Callable<Integer> {
  private static final int STUCK = 1;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many of each kind, 1 to 500 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          var answer = service.api().get("/operator/stuck?limit=" + limit);
          verb.say(new JsonSaid(answer, human(answer)));
          return answer.path("stuck").isEmpty() ? 0 : STUCK;
        });
  }

  private static String human(JsonNode answer) {
    long nowMs = answer.path("now_ms").asLong();
    String lines =
        answer
            .path("stuck")
            .valueStream()
            .map(
                one ->
                    "%s  %-14s  %s  %s"
                        .formatted(
                            BookingName.of(one),
                            one.path("kind").asString(),
                            Times.fromNow(one.path("since_ms").asLong(), nowMs),
                            one.path("detail").asString(""))
                        .stripTrailing())
            .collect(Collectors.joining(System.lineSeparator()));
    return lines.isEmpty() ? "nothing is stuck" : lines;
  }
}
