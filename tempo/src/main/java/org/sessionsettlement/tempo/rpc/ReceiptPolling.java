package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.Optional;
import org.sessionsettlement.tempo.Hash32;

/** Waits for a receipt: looks, pauses, looks again, until the time is over. */
final class ReceiptPolling {
  private final TempoRpc rpc;
  private final PollClock clock;

  ReceiptPolling(TempoRpc rpc, PollClock clock) {
    this.rpc = rpc;
    this.clock = clock;
  }

  Receipt await(Hash32 hash, Duration timeout, Duration interval) {
    long startNanos = clock.nanoTime();
    while (true) {
      Optional<Receipt> receipt = look(hash);
      if (receipt.isPresent()) {
        return receipt.get();
      }
      if (clock.nanoTime() - startNanos >= timeout.toNanos()) {
        throw new TransactionTimeoutException(hash, timeout);
      }
      pause(hash, timeout, interval);
    }
  }

  /** It is sent: a node that does not answer for a moment ends nothing. */
  private Optional<Receipt> look(Hash32 hash) {
    try {
      return rpc.receipt(hash);
    } catch (RpcUnavailableException away) {
      return Optional.empty();
    }
  }

  private void pause(Hash32 hash, Duration timeout, Duration interval) {
    try {
      clock.sleep(interval);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TransactionTimeoutException(hash, timeout);
    }
  }
}
