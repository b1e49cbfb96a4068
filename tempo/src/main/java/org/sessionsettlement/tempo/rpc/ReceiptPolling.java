package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import org.sessionsettlement.tempo.Hash32;

/** Begins waits for receipts, by one clock. */
final class ReceiptPolling {
  private final TempoRpc rpc;
  private final PollClock clock;

  ReceiptPolling(TempoRpc rpc, PollClock clock) {
    this.rpc = rpc;
    this.clock = clock;
  }

  /** The time runs from now. */
  ReceiptWait begin(Hash32 hash, Duration timeout, Duration interval) {
    return new ReceiptWait(rpc, clock, hash, timeout, interval);
  }
}
