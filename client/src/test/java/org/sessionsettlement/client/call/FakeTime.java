package org.sessionsettlement.client.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/** One thread's work and one clock; both stand still until a test moves them. */
final class FakeTime implements CallScheduler, Executor {
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<Ring> rings = new ArrayList<>();
  private long nowMs = 1_000_000;

  private record Ring(long atMs, Runnable task) {}

  @Override
  public void execute(Runnable task) {
    work.add(task);
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public Alarm after(long millis, Runnable task) {
    Ring ring = new Ring(nowMs + millis, task);
    rings.add(ring);
    return () -> rings.remove(ring);
  }

  void run() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  void pass(long millis) {
    run();
    long untilMs = nowMs + millis;
    for (Ring next = next(); next.atMs() <= untilMs; next = next()) {
      rings.remove(next);
      nowMs = next.atMs();
      next.task().run();
      run();
    }
    nowMs = untilMs;
  }

  boolean isQuiet() {
    return work.isEmpty() && rings.isEmpty();
  }

  private Ring next() {
    return rings.stream()
        .min(Comparator.comparingLong(Ring::atMs))
        .orElse(new Ring(Long.MAX_VALUE, () -> {}));
  }
}
