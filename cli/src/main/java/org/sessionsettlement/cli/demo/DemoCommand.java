package org.sessionsettlement.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.Progress;
import org.sessionsettlement.cli.stack.ProgressLine;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.QuietLogs;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.client.ApiException;
import org.sessionsettlement.client.EscrowRefusedException;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalnetException;
import org.sessionsettlement.tempo.rpc.RpcException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code settle demo}: the whole thing, from booking to payout, on a chain of its own. */
@Command(
    name = "demo",
    description = {
      "Play sessions with real clients on a fresh local chain, database and service, and check every outcome and every coin.",
      "Exit code 0 only if all of it is as the rulebook has it."
    },
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final Duration BLOCK_INTERVAL = Duration.ofMillis(500);

  @Option(names = "--json", description = "Print the report as one JSON object.")
  private boolean json;

  @Option(names = "--keep", description = "Keep the data folder, and say where it is.")
  private boolean keep;

  @Option(
      names = "--kill-service",
      description =
          "Kill the service (kill -9) in the middle of its attestations and start it again.")
  private boolean killService;

  @Override
  public Integer call() throws IOException {
    QuietLogs.choose();
    Path folder = Files.createTempDirectory("settle-demo-");
    long begunNanos = System.nanoTime();
    try (ProgressLine progress = ProgressLine.onStandardError()) {
      DemoReport report = play(folder, progress);
      progress.wipe();
      print(report, Duration.ofNanos(System.nanoTime() - begunNanos));
      return report.isAllRight() ? OK : FAILED;
    } catch (StackException
        | LocalnetException
        | DemoFailure
        | ApiException
        | EscrowRefusedException
        | RpcException e) {
      keep = true;
      System.err.println("settle demo: " + e.getMessage());
      return FAILED;
    } finally {
      tidy(folder);
    }
  }

  private DemoReport play(Path folder, Progress progress) {
    StackSettings settings =
        new StackSettings(
            new StackFolder(folder),
            AnvilBinary.find(ProjectHome.path()),
            FreePort.any(),
            FreePort.any(),
            0,
            BLOCK_INTERVAL,
            Optional.empty(),
            LocalEscrow.settings(),
            Map.of());
    try (Stack stack = Stack.start(settings, progress);
        Parallel parallel = new Parallel()) {
      return new Demo(new Stage(stack, parallel, progress, folder), killService).play();
    }
  }

  private void print(DemoReport report, Duration wall) {
    if (json) {
      System.out.println(ReportJson.of(report, wall.toMillis()));
      return;
    }
    ReportText.lines(report).forEach(System.out::println);
    System.out.println(
        (report.isAllRight() ? "All is as the rulebook has it" : "Not all is as it should be")
            + ", after "
            + wall.toSeconds()
            + " s.");
  }

  private void tidy(Path folder) throws IOException {
    if (keep) {
      System.err.println("data and logs are in " + folder);
    } else {
      Folders.delete(folder);
    }
  }
}
