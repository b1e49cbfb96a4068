package org.sessionsettlement.controlplane.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.sessionsettlement.controlplane.db.Database;
import org.springframework.dao.DataAccessException;

/** What is counted of notices, for dashboards and alarms. */
public final class NoticeMeters {
  private static final double MS_PER_SECOND = 1_000;

  private final MeterRegistry registry;

  public NoticeMeters(
      MeterRegistry registry, Database database, Deliveries deliveries, InstantSource clock) {
    this.registry = registry;
    var due = new DueNotices(database);
    Gauge.builder("settlement.disputes.half.timeout", () -> orNothing(due::disputedForHalfNow))
        .description("disputes that have used up half of the time for their review")
        .register(registry);
    Gauge.builder(
            "settlement.notices.oldest.seconds",
            () -> orNothing(() -> deliveries.oldestOpenAgeMs(clock.millis()) / MS_PER_SECOND))
        .description("age of the oldest notice that is to be sent and is not yet")
        .register(registry);
  }

  private static double orNothing(DoubleSupplier value) {
    try {
      return value.getAsDouble();
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }

  void attempted(Channel channel, String result) {
    registry.counter("settlement.notices", "channel", channel.text(), "result", result).increment();
  }
}
