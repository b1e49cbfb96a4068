package org.sessionsettlement.controlplane.signalling;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.sessionsettlement.controlplane.limit.Ticker;

/**
 * Sockets that were cut: their seats end at the last heartbeat if nothing is heard of them in time.
 * A seat that is forgotten here, by a crash or beyond the bound, ends with its lease.
 */
public final class Departures {
  /** How long a client has to come back: less than a lease, or this would be of no use. */
  static final Duration RECONNECT_TIME = Duration.ofSeconds(10);

  static final int MOST_WAITING = 50_000;

  private final Consumer<LocalSocket> ending;
  private final Ticker ticker;
  private final BlockingQueue<Departure> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

  private record Departure(LocalSocket socket, long dueNanos) {}

  /**
   * @param ending ends the seat of a socket unless something else was heard of it
   */
  Departures(Consumer<LocalSocket> ending, Ticker ticker) {
    this.ending = ending;
    this.ticker = ticker;
  }

  void add(LocalSocket socket) {
    var _ = waiting.offer(new Departure(socket, ticker.nanos() + RECONNECT_TIME.toNanos()));
  }

  /** Ends what is due; what could not be ended now is tried with the next tick. */
  public void tick() {
    long now = ticker.nanos();
    for (var next = waiting.peek();
        next != null && next.dueNanos() - now <= 0;
        next = waiting.peek()) {
      ending.accept(next.socket());
      waiting.remove();
    }
  }
}
