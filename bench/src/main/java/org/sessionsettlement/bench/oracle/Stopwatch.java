package org.sessionsettlement.bench.oracle;

import java.util.concurrent.TimeUnit;

/** Runs from when it is made. */
final class Stopwatch {
  private final long startNanos = System.nanoTime();

  double seconds() {
    return (System.nanoTime() - startNanos) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** So many until now are so many a second. */
  double rate(int done) {
    return done / seconds();
  }
}
