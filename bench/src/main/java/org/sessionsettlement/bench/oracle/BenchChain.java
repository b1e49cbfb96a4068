package org.sessionsettlement.bench.oracle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.sessionsettlement.localnet.AnvilBinary;
import org.sessionsettlement.localnet.FreePort;
import org.sessionsettlement.localnet.LocalChain;

/**
 * Local chains of the oracle's benches: a new one each time, since Anvil slows with what it holds.
 */
final class BenchChain {
  /** What does not fit into the block that a transaction makes waits for the next of these. */
  static final Duration BLOCK_AT_LEAST_EVERY = Duration.ofMillis(100);

  private BenchChain() {}

  /** Starts one, by the wall's time. */
  static LocalChain start(Path folder, Duration blockInterval) {
    return LocalChain.start(
        new LocalChain.Settings(
            AnvilBinary.findFromWorkingDirectory(),
            FreePort.any(),
            blockInterval,
            Optional.empty(),
            folder.resolve("anvil.log")),
        InstantSource.system());
  }
}
