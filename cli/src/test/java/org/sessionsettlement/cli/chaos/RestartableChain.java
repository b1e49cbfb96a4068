package org.sessionsettlement.cli.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;

/** A local chain that goes on from its stored state, at the same address. */
final class RestartableChain implements AutoCloseable {
  private static final Duration BLOCK_INTERVAL = Duration.ofMillis(250);
  private static final Duration STATE_INTERVAL = Duration.ofSeconds(1);

  private final LocalChain.Settings settings;
  private LocalChain chain;

  private RestartableChain(LocalChain.Settings settings) {
    this.settings = settings;
    this.chain = LocalChain.start(settings, InstantSource.system());
  }

  static RestartableChain start(Path folder) {
    return new RestartableChain(
        new LocalChain.Settings(
            AnvilBinary.find(ProjectHome.path()),
            FreePort.any(),
            BLOCK_INTERVAL,
            Optional.of(new LocalChain.State(folder.resolve("chain.json"), STATE_INTERVAL)),
            folder.resolve("anvil.log")));
  }

  synchronized LocalChain chain() {
    return chain;
  }

  /** Takes so many blocks back; as many empty ones come in their place. */
  synchronized void reorganise(int blocks) {
    chain.rpc().request("anvil_reorg", blocks, List.of());
  }

  /** Ends it, waits, and starts it again. */
  synchronized void restart(boolean killed, Runnable pause) {
    if (killed) {
      chain.kill();
    } else {
      chain.close();
    }
    pause.run();
    chain = LocalChain.start(settings, InstantSource.system());
  }

  @Override
  public synchronized void close() {
    chain.close();
  }
}
