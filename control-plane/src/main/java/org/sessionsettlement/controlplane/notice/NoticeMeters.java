package org.sessionsettlement.controlplane.notice;

import java.time.InstantSource;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;

/** What is counted of notices, for dashboards and alarms. */
public final class NoticeMeters {
  private static final double MS_PER_SECOND = 1_000;

  private final Meters meters;

  public NoticeMeters(Meters meters, Deliveries deliveries, InstantSource clock) {
    this.meters = meters;
    meters.gauge(
        Metric.NOTICES_OLDEST, () -> deliveries.oldestOpenAgeMs(clock.millis()) / MS_PER_SECOND);
  }

  void attempted(Channel channel, String result) {
    meters.count(Metric.NOTICES, channel.text(), result);
  }
}
