package org.sessionsettlement.cli.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowSettings;

/**
 * What kind of stack to run.
 *
 * @param folder keeps everything
 * @param anvil the chain's program
 * @param httpPort where the service listens, on 127.0.0.1
 * @param rpcPort where the chain listens, on 127.0.0.1
 * @param databasePort where PostgreSQL listens; 0 is any
 * @param blockInterval how often a block comes without a transaction
 * @param chainStateInterval how often the chain is written to disk; empty: it is not kept
 * @param escrow the configuration that the escrow is deployed with
 * @param service further settings of the service, by their names without SETTLE_SERVICE_; they win
 */
public record StackSettings(
    StackFolder folder,
    Path anvil,
    int httpPort,
    int rpcPort,
    int databasePort,
    Duration blockInterval,
    Optional<Duration> chainStateInterval,
    EscrowSettings escrow,
    Map<String, String> service) {
  public StackSettings {
    service = Map.copyOf(service);
  }
}
