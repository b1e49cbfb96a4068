package org.sessionsettlement.cli.operate;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code settle explain}: the whole story of a booking. */
@Command(
    name = "explain",
    usageHelpWidth = 110,
    description = {
      "Tells the whole story of a booking in plain words.",
      "",
      "What is the case, why, and what happens next and from when; terms, presence, verdicts with their",
      "reasons, submissions and transactions, the money, and what the parties say."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "With --json: {booking, explanation, timeline, history, statements, owed: {host, guest}}, each as the",
      "  service answers it (docs/http.md)"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:told",
      "1:the service does not answer, or refused (booking_not_found, service_token_invalid ...)",
      "2:the command was not understood"
    })
public final class ExplainCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "BOOKING", description = "Its id, or <escrow address>-<id>.")
  private String booking = "";

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          verb.say(WholeStory.read(service.api(), booking));
          return 0;
        });
  }
}
