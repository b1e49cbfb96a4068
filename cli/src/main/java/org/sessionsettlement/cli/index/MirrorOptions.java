package org.sessionsettlement.cli.index;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.database.DatabaseOptions;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Said;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.Mirrors;
import org.sessionsettlement.controlplane.indexer.RpcEscrowSource;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which mirrors of which database, and the node that they are held against. */
final class MirrorOptions {
  private static final int CONNECTIONS = 2;

  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--rpc-url",
      required = true,
      paramLabel = "URL",
      defaultValue = "${env:SETTLE_SERVICE_RPC_URL}",
      description = "The node; SETTLE_SERVICE_RPC_URL.")
  private String rpcUrl = "";

  @Option(
      names = "--trusted-block",
      paramLabel = "TAG",
      defaultValue = "${env:SETTLE_SERVICE_TRUSTED_BLOCK:-finalized}",
      description = "finalized, or latest on a local chain; SETTLE_SERVICE_TRUSTED_BLOCK.")
  private String trusted = "";

  @Option(
      names = "--escrow",
      paramLabel = "ADDRESS",
      description = "The mirror of this escrow alone; else all that are mirrored.")
  private @Nullable String escrow;

  /** Does this with each mirror, prints what all came to, and ends as {@code exitCode} has it. */
  int each(Verb verb, BiFunction<Database, Mirror, Answer> work) {
    return verb.run(
        () ->
            database.with(
                CONNECTIONS,
                opened -> {
                  var answers =
                      mirrors(opened).stream().map(one -> work.apply(opened, one)).toList();
                  verb.say(new Answers(answers));
                  return answers.stream().anyMatch(one -> !one.isWell()) ? 1 : 0;
                }));
  }

  /** A mirror beside its chain. */
  record Mirror(RpcEscrowSource source, long fromBlock) {}

  /** What came of one mirror. */
  interface Answer extends Said {
    /** Whether nothing is wrong with it. */
    boolean isWell();
  }

  private record Answers(List<Answer> all) implements Said {
    @Override
    public String json() {
      return "{\"mirrors\":[" + String.join(",", all.stream().map(Said::json).toList()) + "]}";
    }

    @Override
    public String human() {
      return String.join(System.lineSeparator(), all.stream().map(Said::human).toList());
    }
  }

  private List<Mirror> mirrors(Database opened) {
    var rpc = TempoRpc.at(rpcUrl);
    var tag = tag();
    var chosen =
        new Mirrors(opened)
            .all().stream()
                .filter(one -> escrow == null || one.escrow().equals(named(escrow)))
                .map(
                    one -> new Mirror(new RpcEscrowSource(rpc, one.escrow(), tag), one.fromBlock()))
                .toList();
    if (chosen.isEmpty()) {
      throw Refusal.failed("not_mirrored", "the database has no such mirror");
    }
    return chosen;
  }

  private BlockTag tag() {
    return switch (trusted.toLowerCase(Locale.ROOT)) {
      case "finalized" -> BlockTag.FINALIZED;
      case "latest" -> BlockTag.LATEST;
      default -> throw Refusal.misconfigured("bad_block", "--trusted-block is finalized or latest");
    };
  }

  private static Address named(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.misconfigured("bad_address", "--escrow is not an address");
    }
  }
}
