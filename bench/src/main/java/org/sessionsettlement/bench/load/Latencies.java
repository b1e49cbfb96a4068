package org.sessionsettlement.bench.load;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long answers took, from the moment at which each question was meant to be asked: one that is
 * asked late because others are slow is late.
 */
final class Latencies {
  private static final int DIGITS = 3;
  private static final double MS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Histogram nanos = new Histogram(TimeUnit.MINUTES.toNanos(5), DIGITS);

  void record(long intendedNanos) {
    nanos.recordValue(Math.max(0, System.nanoTime() - intendedNanos));
  }

  long count() {
    return nanos.getTotalCount();
  }

  double p99Ms() {
    return nanos.getValueAtPercentile(99) / MS;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n %,d p50 %.1f p90 %.1f p99 %.1f p99.9 %.1f max %.1f ms",
        count(),
        nanos.getValueAtPercentile(50) / MS,
        nanos.getValueAtPercentile(90) / MS,
        p99Ms(),
        nanos.getValueAtPercentile(99.9) / MS,
        nanos.getMaxValue() / MS);
  }
}
