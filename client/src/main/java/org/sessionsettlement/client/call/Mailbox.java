package org.sessionsettlement.client.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks one after the other, in order, on an executor that may run many at once.
 *
 * <p>Where that executor does not keep up, what others can send without end is lost from a bound
 * on. The rest is always taken, a leave above all: of it there is no more than timers, requests
 * under way, changes of the connections, and what the app itself asks for.
 */
final class Mailbox implements Executor {
  /** Seconds of the fastest peer that the service lets talk. */
  static final int BOUND = 500;

  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Mailbox(Executor executor) {
    this.executor = executor;
  }

  /** Takes it unless too much waits already. */
  synchronized void offer(Runnable task) {
    if (waiting.size() < BOUND) {
      execute(task);
    }
  }

  /** Takes what the event brings, or loses it where that may be. */
  void post(CallEvent event, Runnable task) {
    if (event.mayBeLost()) {
      offer(task);
    } else {
      execute(task);
    }
  }

  @Override
  public synchronized void execute(Runnable task) {
    waiting.add(task);
    if (!running) {
      running = true;
      executor.execute(this::runNext);
    }
  }

  private void runNext() {
    try {
      take().run();
    } finally {
      goOn();
    }
  }

  private synchronized Runnable take() {
    return waiting.remove();
  }

  private synchronized void goOn() {
    running = !waiting.isEmpty();
    if (running) {
      executor.execute(this::runNext);
    }
  }
}
