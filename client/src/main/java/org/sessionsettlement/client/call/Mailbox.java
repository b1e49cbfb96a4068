package org.sessionsettlement.client.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks one after the other, in order, on an executor that may run many at once. */
final class Mailbox implements Executor {
  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  Mailbox(Executor executor) {
    this.executor = executor;
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
