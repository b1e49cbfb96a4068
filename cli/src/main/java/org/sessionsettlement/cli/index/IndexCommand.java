package org.sessionsettlement.cli.index;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code settle index}: verbs about the mirror of the escrows. */
@Command(
    name = "index",
    description = "Compares the mirror of the escrows with the chain, or makes it anew.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<verb>",
    subcommands = {CheckCommand.class, ResyncCommand.class})
public final class IndexCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a verb is needed: check or resync");
    }
  }
}
