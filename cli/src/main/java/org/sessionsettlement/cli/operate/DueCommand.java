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

/** {@code settle due}: what is looked at next. */
@Command(
    name = "due",
    usageHelpWidth = 110,
    description = "Lists the bookings that are looked at next, when and why; soonest first.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Why: starts (it begins then), leave (somebody left), held_until_end (completed, attested at the",
      "  end), again (its evaluation failed), or what the newest verdict waits for: session_running,",
      "  grace_not_over, overlap_not_met, presence_unknown",
      "With --json: {now_ms, due: [{escrow, booking_id, at_ms, why}]}"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:listed, even where there is nothing",
      "1:the service does not answer, or refused",
      "2:the command was not understood"
    })
public final class DueCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to 500 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          var answer = service.api().get("/operator/due?limit=" + limit);
          verb.say(new JsonSaid(answer, human(answer)));
          return 0;
        });
  }

  private static String human(JsonNode answer) {
    long nowMs = answer.path("now_ms").asLong();
    String lines =
        answer
            .path("due")
            .valueStream()
            .map(
                one ->
                    "%s  %s (%s)  %s"
                        .formatted(
                            BookingName.of(one),
                            Times.ofMs(one.path("at_ms").asLong()),
                            Times.fromNow(one.path("at_ms").asLong(), nowMs),
                            one.path("why").asString()))
            .collect(Collectors.joining(System.lineSeparator()));
    return lines.isEmpty() ? "nothing is due, and nothing will be" : lines;
  }
}
