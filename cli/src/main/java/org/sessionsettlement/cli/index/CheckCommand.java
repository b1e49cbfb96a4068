package org.sessionsettlement.cli.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.Mirrors;
import org.sessionsettlement.controlplane.indexer.Reconciliation;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code settle index check}: compares the whole mirror with the chain. */
@Command(
    name = "check",
    usageHelpWidth = 110,
    description = {
      "Compares every mirrored booking, and the escrow's totals, with the chain as of the mirror's newest",
      "block; what the service does by itself, a part every ten minutes."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "With --json: {mirrors: [{escrow, differences: [{booking_id, field, mirror, chain, found_ms}]}]};",
      "  booking 0 is the escrow as a whole"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing differs",
      "1:something does, or node or database do not answer",
      "2:the command was not understood"
    })
public final class CheckCommand implements Callable<Integer> {
  /** The indexer moves the mirror a few times a second; between two moves it can be compared. */
  private static final int TRIES = 50;

  private static final Duration PAUSE = Duration.ofMillis(100);

  @Spec private @Nullable CommandSpec spec;

  @Mixin private MirrorOptions mirrors = new MirrorOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  private record Checked(Address escrow, List<Mirrors.Differs> differences)
      implements MirrorOptions.Answer {
    @Override
    public boolean isWell() {
      return differences.isEmpty();
    }

    @Override
    public String json() {
      return JsonMapper.shared()
          .writeValueAsString(
              Map.of(
                  "escrow",
                  escrow.toString(),
                  "differences",
                  differences.stream().map(Checked::json).toList()));
    }

    private static Map<String, Object> json(Mirrors.Differs one) {
      return Map.of(
          "booking_id",
          one.bookingId(),
          "field",
          one.field(),
          "mirror",
          one.mirror(),
          "chain",
          one.chain(),
          "found_ms",
          one.foundMs());
    }

    @Override
    public String human() {
      return differences.isEmpty()
          ? escrow + ": nothing differs"
          : differences.stream()
              .map(
                  one ->
                      "%s-%d: %s is %s, on chain %s"
                          .formatted(
                              escrow, one.bookingId(), one.field(), one.mirror(), one.chain()))
              .collect(Collectors.joining(System.lineSeparator()));
    }
  }

  @Override
  public Integer call() {
    return mirrors.each(new Verb(Objects.requireNonNull(spec), isJson), CheckCommand::check);
  }

  private static Checked check(Database database, MirrorOptions.Mirror mirror) {
    var escrow = mirror.source().escrow();
    var mirrored = new Mirrors(database);
    var reconciliation = new Reconciliation(database, mirror.source(), InstantSource.system());
    for (int part = mirrored.parts(escrow); part > 0; part--) {
      compare(reconciliation);
    }
    return new Checked(escrow, mirrored.differences(escrow));
  }

  private static void compare(Reconciliation reconciliation) {
    for (int i = 0; i < TRIES; i++) {
      if (reconciliation.tick()) {
        return;
      }
      pause();
    }
    throw Refusal.failed("moves", "the mirror, or the chain, moves too fast to be compared");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", "interrupted while comparing");
    }
  }
}
