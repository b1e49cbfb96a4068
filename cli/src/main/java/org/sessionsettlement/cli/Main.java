package org.sessionsettlement.cli;

import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.call.CallCommand;
import org.sessionsettlement.cli.decide.DecideCommand;
import org.sessionsettlement.cli.demo.DemoCommand;
import org.sessionsettlement.cli.deploy.DeployCommand;
import org.sessionsettlement.cli.deploy.EscrowCommand;
import org.sessionsettlement.cli.index.IndexCommand;
import org.sessionsettlement.cli.operate.AttestCommand;
import org.sessionsettlement.cli.operate.DueCommand;
import org.sessionsettlement.cli.operate.ExplainCommand;
import org.sessionsettlement.cli.operate.StuckCommand;
import org.sessionsettlement.cli.operate.SweepCommand;
import org.sessionsettlement.cli.operate.VerifyMetricsCommand;
import org.sessionsettlement.cli.privacy.PrivacyCommand;
import org.sessionsettlement.cli.serve.ServeCommand;
import org.sessionsettlement.cli.up.JoinCommand;
import org.sessionsettlement.cli.up.MeetCommand;
import org.sessionsettlement.cli.up.TimeCommand;
import org.sessionsettlement.cli.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code settle}: the one command line of the project.
 *
 * <p>Exit codes: 0 the thing was done; 1 it was tried and failed, or something was found wrong; 2
 * the command or its configuration was not understood, and nothing was tried.
 */
@Command(
    name = "settle",
    description = "Escrowed one-to-one calls: run, watch and check them.",
    mixinStandardHelpOptions = true,
    version = "settle 0.1.0",
    synopsisSubcommandLabel = "<verb>",
    commandListHeading = "%nVerbs:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:tried and failed, or something was found wrong",
      "2:the command or its configuration was not understood"
    },
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      TimeCommand.class,
      MeetCommand.class,
      JoinCommand.class,
      CallCommand.class,
      ServeCommand.class,
      DecideCommand.class,
      DeployCommand.class,
      EscrowCommand.class,
      ExplainCommand.class,
      DueCommand.class,
      StuckCommand.class,
      SweepCommand.class,
      AttestCommand.class,
      VerifyMetricsCommand.class,
      IndexCommand.class,
      PrivacyCommand.class
    })
public final class Main implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /** Runs one verb and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a verb is needed");
    }
  }
}
