package org.sessionsettlement.cli.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sessionsettlement.cli.stack.Endpoints;
import org.sessionsettlement.cli.stack.LocalEscrow;
import org.sessionsettlement.cli.stack.ProgressLine;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.cli.stack.QuietLogs;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.stack.StackSettings;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalnetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code settle up}: the whole stack, left running. */
@Command(
    name = "up",
    description = {
      "Run a local chain, a database and the service until stopped; the data stays for the next time.",
      "Ctrl-C ends everything it started."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final Duration STATE_INTERVAL = Duration.ofSeconds(5);
  private static final long LOOK_EVERY_MS = 500;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path data = Path.of("data");

  @Option(
      names = "--port",
      description =
          "Where the service listens (default: ${DEFAULT-VALUE}; the next free one if it is taken).",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--rpc-port",
      description =
          "Where the chain listens (default: ${DEFAULT-VALUE}; the next free one if it is taken).",
      defaultValue = "8545")
  private int rpcPort;

  @Option(
      names = "--block-seconds",
      description = "How often a block comes without a transaction (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private int blockSeconds;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "A setting of the service, as docs/http.md lists them but without SETTLE_SERVICE_, such as",
        "TURN_URLS=turn:turn.example.org:3478. May be repeated."
      })
  private Map<String, String> serviceSettings = new HashMap<>();

  @Option(names = "--json", description = "Print one JSON object once everything is ready.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    QuietLogs.choose();
    try (ProgressLine progress = ProgressLine.onStandardError()) {
      Stack stack = Stack.start(settings(), progress);
      var asked = new AtomicBoolean();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, asked), "down"));
      progress.wipe();
      announce(stack.endpoints());
      return watch(stack, asked);
    } catch (StackException | LocalnetException e) {
      System.err.println("settle up: " + e.getMessage());
      return FAILED;
    }
  }

  private StackSettings settings() {
    return new StackSettings(
        new StackFolder(data.toAbsolutePath().normalize()),
        AnvilBinary.find(ProjectHome.path()),
        FreePort.atOrAfter(port),
        FreePort.atOrAfter(rpcPort),
        0,
        Duration.ofSeconds(blockSeconds),
        Optional.of(STATE_INTERVAL),
        LocalEscrow.settings(),
        serviceSettings);
  }

  private static void end(Stack stack, AtomicBoolean asked) {
    asked.set(true);
    System.err.println("ending");
    stack.close();
  }

  /**
   * Until a part dies, or the process is asked to end: a terminal's Ctrl-C reaches the parts too,
   * so that they may be seen to end first.
   */
  private static int watch(Stack stack, AtomicBoolean asked) throws InterruptedException {
    while (stack.service().isAlive() && stack.chain().isAlive()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    if (asked.get()) {
      return OK;
    }
    String dead = stack.chain().isAlive() ? "the service" : "the chain";
    System.err.println("settle up: " + dead + " has ended; see the logs in " + stack.logs());
    return FAILED;
  }

  private void announce(Endpoints endpoints) {
    System.out.println(json ? endpoints.json() : UpText.of(endpoints));
    System.out.flush();
  }
}
