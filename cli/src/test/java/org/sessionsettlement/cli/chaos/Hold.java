package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Holds a node at one step: what it asks, or what it is answered, does not go on until this is
 * closed, and then it is lost.
 *
 * @param request which requests are held before the chain hears of them
 * @param answer which answers are held when the chain has done what was asked
 */
record Hold(
    Predicate<String> request,
    Predicate<Exchanged> answer,
    CountDownLatch reached,
    CountDownLatch over)
    implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** What was asked, and the answer. */
  record Exchanged(String request, String answer) {}

  static Hold requests(Predicate<String> which) {
    return new Hold(which, one -> false, new CountDownLatch(1), new CountDownLatch(1));
  }

  static Hold answers(Predicate<Exchanged> which) {
    return new Hold(one -> false, which, new CountDownLatch(1), new CountDownLatch(1));
  }

  /** Returns once the node waits here. */
  void awaitReached() throws InterruptedException {
    if (!reached.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the node never came to the step at which it is to be held");
    }
  }

  void keep() throws InterruptedException {
    reached.countDown();
    if (!over.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("held for ever");
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
