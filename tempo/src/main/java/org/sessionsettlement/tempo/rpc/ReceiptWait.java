package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.Optional;
import org.sessionsettlement.tempo.Hash32;

/** Waits for one receipt: looks, pauses, looks again, until the time is over. */
final class ReceiptWait {
  private final TempoRpc rpc;
  private final PollClock clock;
  private final Hash32 hash;
  private final Duration timeout;
  private final Duration interval;
  private final long startNanos;

  ReceiptWait(TempoRpc rpc, PollClock clock, Hash32 hash, Duration timeout, Duration interval) {
    this.rpc = rpc;
    this.clock = clock;
    this.hash = hash;
    this.timeout = timeout;
    this.interval = interval;
    this.startNanos = clock.nanoTime();
  }

  Receipt receiptOrTimeout() {
    if (outcome(Optional.empty()) instanceof SendOutcome.Mined mined) {
      return mined.receipt();
    }
    throw new TransactionTimeoutException(hash, timeout);
  }

  SendOutcome outcome(Optional<Expiry> expiry) {
    while (true) {
      Optional<SendOutcome> end = look(expiry);
      if (end.isPresent()) {
        return end.get();
      }
      if (clock.nanoTime() - startNanos >= timeout.toNanos() || !pause()) {
        return new SendOutcome.Open(hash, Duration.ofNanos(clock.nanoTime() - startNanos));
      }
    }
  }

  /** It is sent: a node that does not answer for a moment ends nothing. */
  private Optional<SendOutcome> look(Optional<Expiry> expiry) {
    try {
      // The block before the receipt: one that is mined in between is never taken for expired.
      Optional<Block> past = expiry.flatMap(this::blockPast);
      return rpc.receipt(hash)
          .<SendOutcome>map(SendOutcome.Mined::new)
          .or(() -> past.map(block -> new SendOutcome.Expired(hash, block)));
    } catch (RpcUnavailableException away) {
      return Optional.empty();
    }
  }

  private Optional<Block> blockPast(Expiry expiry) {
    return rpc.findBlock(expiry.trusted())
        .filter(block -> block.timestampSeconds() >= expiry.validBefore());
  }

  private boolean pause() {
    try {
      clock.sleep(interval);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
