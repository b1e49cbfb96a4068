package org.sessionsettlement.cli.deploy;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code settle escrow}: verbs about an escrow on a chain. */
@Command(
    name = "escrow",
    description = "Looks at an escrow on a chain.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<verb>",
    subcommands = StatusCommand.class)
public final class EscrowCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a verb is needed: status");
    }
  }
}
