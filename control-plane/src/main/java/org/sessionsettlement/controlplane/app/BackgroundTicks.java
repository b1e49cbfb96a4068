package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls every tick at its own pace. Each has a thread: one that waits for the chain must not keep
 * liveness from being written.
 */
final class BackgroundTicks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundTicks.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final ExecutorService threads;
  private final List<SteadyTick> running;

  private BackgroundTicks(ExecutorService threads, List<SteadyTick> running) {
    this.threads = threads;
    this.running = running;
  }

  /**
   * @param failed hears of every call that threw
   */
  static BackgroundTicks start(List<BackgroundTick> ticks, Consumer<BackgroundTick> failed) {
    var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("tick-", 0).daemon().factory());
    var running = ticks.stream().map(tick -> new SteadyTick(tick, failed)).toList();
    running.forEach(threads::execute);
    return new BackgroundTicks(threads, running);
  }

  /** Lets the calls that run come to their end, within limits. */
  @Override
  public void close() {
    running.forEach(SteadyTick::stop);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Survives what its work throws, and says so when it begins and when it is over. */
  private static final class SteadyTick implements Runnable {
    private final BackgroundTick tick;
    private final Consumer<BackgroundTick> failed;
    private volatile boolean stopped;
    private boolean failing;

    SteadyTick(BackgroundTick tick, Consumer<BackgroundTick> failed) {
      this.tick = tick;
      this.failed = failed;
    }

    void stop() {
      stopped = true;
      tick.bell().ring();
    }

    @Override
    public void run() {
      try {
        while (!stopped) {
          call();
          tick.bell().await(tick.every());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void call() {
      try {
        tick.work().run();
        if (failing) {
          LOG.info("{} works again", tick.name());
        }
        failing = false;
      } catch (RuntimeException | Error e) {
        if (!failing) {
          report(e);
        }
        failing = true;
        failed.accept(tick);
      }
    }

    /** An outage is told in a line; what nobody expected, in full. */
    private void report(Throwable e) {
      var outage = Outage.codeOf(e);
      if (outage.isPresent()) {
        LOG.warn("{} waits: {}", tick.name(), outage.get().code());
      } else {
        LOG.warn("{} fails and will be tried every {}", tick.name(), tick.every(), e);
      }
    }
  }
}
