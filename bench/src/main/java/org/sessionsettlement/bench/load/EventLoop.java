package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One thread for all connections and timers of the generator: it must leave the machine to others.
 */
final class EventLoop implements AutoCloseable {
  private static final long LONGEST_WAIT_MS = 100;

  private final Selector selector = Selector.open();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::dueNanos));

  EventLoop() throws IOException {}

  private record Timer(long dueNanos, Runnable task) {}

  /** Runs this once that time, as {@link System#nanoTime} has it, has come. */
  void at(long dueNanos, Runnable task) {
    timers.add(new Timer(dueNanos, task));
  }

  SelectionKey register(SocketChannel channel, int interest, Wire wire) throws IOException {
    return channel.register(selector, interest, wire);
  }

  /** Turns until that holds, or until that time has come. */
  void runUntil(long endNanos, BooleanSupplier isDone) throws IOException {
    while (!isDone.getAsBoolean() && System.nanoTime() < endNanos) {
      runTimers();
      selector.select(EventLoop::ready, waitMs(endNanos));
    }
  }

  private void runTimers() {
    long nowNanos = System.nanoTime();
    while (!timers.isEmpty() && timers.peek().dueNanos() <= nowNanos) {
      timers.remove().task().run();
    }
  }

  /** Rounded up to a millisecond; what that delays counts as the service's latency. */
  private long waitMs(long endNanos) {
    long nextNanos = timers.isEmpty() ? endNanos : Math.min(endNanos, timers.peek().dueNanos());
    long ms = TimeUnit.NANOSECONDS.toMillis(nextNanos - System.nanoTime());
    return Math.clamp(ms, 1, LONGEST_WAIT_MS);
  }

  private static void ready(SelectionKey key) {
    if (key.attachment() instanceof Wire wire) {
      wire.ready(key);
    }
  }

  @Override
  public void close() throws IOException {
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
