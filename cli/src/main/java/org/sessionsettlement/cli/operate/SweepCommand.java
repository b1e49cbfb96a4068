package org.sessionsettlement.cli.operate;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settle sweep}: evaluates what is due, now. */
@Command(
    name = "sweep",
    usageHelpWidth = 110,
    description =
        "Has the service evaluate every booking that is due, now: what it does by itself anyway.",
    mixinStandardHelpOptions = true,
    footer = {"", "With --json: {swept}, how many were due"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:evaluated",
      "1:the service does not answer, or refused (oracle_off: that node does not attest)",
      "2:the command was not understood"
    })
public final class SweepCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          var answer = service.api().post("/operator/sweep", Map.of());
          verb.say(new JsonSaid(answer, answer.path("swept").asInt() + " evaluated"));
          return 0;
        });
  }
}
