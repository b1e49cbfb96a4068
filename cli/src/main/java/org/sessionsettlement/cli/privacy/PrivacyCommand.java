package org.sessionsettlement.cli.privacy;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code settle privacy}: personal data of a wallet. */
@Command(
    name = "privacy",
    description = "Exports or erases what an installation stores about a wallet.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "<verb>",
    subcommands = {ExportCommand.class, EraseCommand.class})
public final class PrivacyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a verb is needed: export or erase");
    }
  }
}
