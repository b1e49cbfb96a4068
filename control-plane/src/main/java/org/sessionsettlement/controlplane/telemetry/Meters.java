package org.sessionsettlement.controlplane.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counts what {@link Metric} names. It exists before anything that counts, and before the registry
 * that shows what was counted: until one is given, counts are lost. Counters and timers whose tags
 * are known beforehand are there from the start with 0, so that an alarm sees the first increment.
 */
public final class Meters {
  private static final Duration[] BUCKETS =
      Stream.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final CompositeMeterRegistry registry = new CompositeMeterRegistry();

  public Meters() {
    for (var metric : Metric.values()) {
      combinations(metric.tags()).forEach(values -> announce(metric, values));
    }
  }

  /** Shows what is counted from now on. */
  public void show(MeterRegistry where) {
    registry.add(where);
  }

  /** It happened once. */
  public void count(Metric metric, String... tagValues) {
    counter(metric, tagValues).increment();
  }

  /** It happened, and took that long; less than nothing is nothing. */
  public void time(Metric metric, Duration took, String... tagValues) {
    timer(metric, tagValues).record(took.isNegative() ? Duration.ZERO : took);
  }

  /**
   * Shows what this gives whenever somebody looks.
   *
   * @param value returns at once; {@link Double#NaN} and whatever it throws stand for unknown
   */
  public void gauge(Metric metric, Supplier<Number> value, String... tagValues) {
    var gauge = Gauge.builder(metric.meter(), value).tags(tags(metric, tagValues));
    var _ =
        gauge.description(metric.help()).baseUnit(metric.unit().orElse(null)).register(registry);
  }

  /** Shows it with 0 before it has happened, so that an alarm sees the first time. */
  public void announce(Metric metric, String... tagValues) {
    switch (metric.kind()) {
      case COUNTER -> counter(metric, tagValues);
      case TIMER -> timer(metric, tagValues);
      case GAUGE -> {}
    }
  }

  private Counter counter(Metric metric, String... tagValues) {
    require(metric, Metric.Kind.COUNTER);
    return Counter.builder(metric.meter())
        .description(metric.help())
        .tags(tags(metric, tagValues))
        .register(registry);
  }

  private Timer timer(Metric metric, String... tagValues) {
    require(metric, Metric.Kind.TIMER);
    return Timer.builder(metric.meter())
        .description(metric.help())
        .tags(tags(metric, tagValues))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  private static void require(Metric metric, Metric.Kind kind) {
    if (metric.kind() != kind) {
      throw new IllegalArgumentException(metric + " is a " + metric.kind() + ", not a " + kind);
    }
  }

  private static Tags tags(Metric metric, String... values) {
    var tags = metric.tags();
    if (tags.size() != values.length) {
      throw new IllegalArgumentException(
          metric + " has " + tags.size() + " tags, not " + Arrays.toString(values));
    }
    var result = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      result = result.and(tags.get(i).name(), values[i]);
    }
    return result;
  }

  /** Of tags all of whose values are known, each with each; of others none. */
  private static List<String[]> combinations(List<Tag> tags) {
    List<String[]> all = List.<String[]>of(new String[] {});
    for (var tag : tags) {
      all = all.stream().flatMap(before -> each(before, tag)).toList();
    }
    return all;
  }

  private static Stream<String[]> each(String[] before, Tag tag) {
    return tag.values().stream()
        .map(
            value -> Stream.concat(Arrays.stream(before), Stream.of(value)).toArray(String[]::new));
  }
}
