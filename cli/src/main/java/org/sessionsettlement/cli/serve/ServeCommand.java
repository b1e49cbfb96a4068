package org.sessionsettlement.cli.serve;

import java.util.concurrent.Callable;
import org.sessionsettlement.controlplane.app.Serve;
import picocli.CommandLine.Command;

/** {@code settle serve}: the service, configured by its environment. */
@Command(
    name = "serve",
    description = "Run the service; its settings are the SETTLE_SERVICE_* environment variables.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Serve.run(System.getenv(), System.in, System.err);
  }
}
