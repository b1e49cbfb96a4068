package org.sessionsettlement.tempo.rpc;

import java.util.Optional;

/** A node that is catching up: where it is, and the highest block that it knows of. */
public record SyncProgress(long currentBlock, long highestBlock) {
  static Optional<SyncProgress> read(JsonValue json) {
    return json.isBoolean()
        ? Optional.empty()
        : Optional.of(
            new SyncProgress(
                json.get("currentBlock").longQuantity(), json.get("highestBlock").longQuantity()));
  }
}
