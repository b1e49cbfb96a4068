package org.sessionsettlement.cli.index;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.Indexer;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settle index resync}: makes the mirror anew. */
@Command(
    name = "resync",
    usageHelpWidth = 110,
    description = {
      "Makes the mirror anew from its first block, in one transaction: whoever reads sees the old rows until",
      "the new ones are complete, and what fails changes nothing. The service may run meanwhile; its indexer",
      "waits."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "With --json: {mirrors: [{escrow, from_block, mirrored_to}]}"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:made anew",
      "1:node or database do not answer, or the node is behind what was mirrored; nothing has changed",
      "2:the command was not understood"
    })
public final class ResyncCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private MirrorOptions mirrors = new MirrorOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  private record Resynced(Address escrow, long fromBlock, long block)
      implements MirrorOptions.Answer {
    @Override
    public boolean isWell() {
      return true;
    }

    @Override
    public String json() {
      return "{\"escrow\":\"%s\",\"from_block\":%d,\"mirrored_to\":%d}"
          .formatted(escrow, fromBlock, block);
    }

    @Override
    public String human() {
      return "%s: made anew, blocks %d to %d".formatted(escrow, fromBlock, block);
    }
  }

  @Override
  public Integer call() {
    return mirrors.each(new Verb(Objects.requireNonNull(spec), isJson), ResyncCommand::resync);
  }

  private static Resynced resync(Database database, MirrorOptions.Mirror mirror) {
    try {
      long block = new Indexer(database, mirror.source(), mirror.fromBlock()).resync();
      return new Resynced(mirror.source().escrow(), mirror.fromBlock(), block);
    } catch (IllegalStateException e) {
      throw Refusal.failed("node_behind", String.valueOf(e.getMessage()));
    }
  }
}
