package org.sessionsettlement.tempo.rpc.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what a stream tells, for a test to wait for. */
final class Recorder implements ChainListener {
  private static final int SECONDS = 10;

  private final BlockingQueue<ChainEvent> events = new LinkedBlockingQueue<>();

  @Override
  public void on(ChainEvent event) {
    events.add(event);
  }

  /** The events up to the first that fits, that one included. */
  List<ChainEvent> until(Predicate<ChainEvent> fits) throws InterruptedException {
    List<ChainEvent> seen = new ArrayList<>();
    while (seen.isEmpty() || !fits.test(seen.get(seen.size() - 1))) {
      ChainEvent event = events.poll(SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("within " + SECONDS + " s only " + seen);
      }
      seen.add(event);
    }
    return seen;
  }

  /** The same in short words. */
  List<String> wordsUntil(String last) throws InterruptedException {
    return until(event -> words(event).equals(last)).stream().map(Recorder::words).toList();
  }

  List<ChainEvent> rest() {
    List<ChainEvent> rest = new ArrayList<>();
    events.drainTo(rest);
    return rest;
  }

  /** {@code head 3}, {@code log 3}, {@code -log 3}, {@code back to 2}, {@code interrupted}, ... */
  static String words(ChainEvent event) {
    if (event instanceof ChainEvent.Head head) {
      return "head " + head.block().number();
    }
    if (event instanceof ChainEvent.LogAdded added) {
      return "log " + added.log().blockNumber();
    }
    if (event instanceof ChainEvent.LogRemoved removed) {
      return "-log " + removed.log().blockNumber();
    }
    if (event instanceof ChainEvent.ReorgedTo reorged) {
      return "back to " + reorged.ancestor().number();
    }
    return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
