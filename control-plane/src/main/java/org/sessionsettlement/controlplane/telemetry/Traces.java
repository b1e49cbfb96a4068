package org.sessionsettlement.controlplane.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.controlplane.db.BookingKey;

/**
 * One trace a booking, over all nodes and restarts, given to an OpenTelemetry collector. Whoever
 * tells of a step never waits: spans wait in a bounded queue, and what does not fit or is not taken
 * in time is dropped.
 */
public final class Traces implements AutoCloseable {
  /** Keeps nothing and sends nothing. */
  public static final Traces OFF = new Traces(TracerProvider.noop(), () -> {});

  static final int MOST_WAITING = 2_048;
  private static final Duration SEND_EVERY = Duration.ofSeconds(1);
  private static final Duration SEND_LIMIT = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
  private static final String NAME = "session-settlement";

  private final Tracer tracer;
  private final Runnable stop;

  private Traces(TracerProvider provider, Runnable stop) {
    this.tracer = provider.get(NAME);
    this.stop = stop;
  }

  /**
   * Sends to a collector, by OTLP over HTTP.
   *
   * @param collector without the path {@code /v1/traces}
   * @param node this process's name
   */
  public static Traces to(URI collector, String node) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(collector.toString().replaceFirst("/+$", "") + "/v1/traces")
            .setTimeout(SEND_LIMIT)
            .build();
    var processor =
        BatchSpanProcessor.builder(exporter)
            .setMaxQueueSize(MOST_WAITING)
            .setScheduleDelay(SEND_EVERY)
            .setExporterTimeout(SEND_LIMIT)
            .build();
    var resource =
        Resource.builder().put("service.name", NAME).put("service.instance.id", node).build();
    var provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(processor)
            .setResource(Resource.getDefault().merge(resource))
            .setIdGenerator(new BookingTrace.Ids())
            .build();
    return new Traces(
        provider, () -> provider.shutdown().join(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * A step of a booking's way, times in unix milliseconds by the service's clock.
   *
   * @param attributes what else is to be known of it
   */
  public void step(
      BookingKey booking, String name, long fromMs, long untilMs, Map<String, String> attributes) {
    var parent = Context.root().with(Span.wrap(BookingTrace.of(booking).root()));
    record(tracer.spanBuilder(name).setParent(parent), booking, fromMs, untilMs, attributes);
  }

  /** The span around all of them, told once, when they are over. */
  public void whole(BookingKey booking, long fromMs, long untilMs, Map<String, String> attributes) {
    BookingTrace.of(booking)
        .asRoot(
            () ->
                record(
                    tracer.spanBuilder("booking").setNoParent(),
                    booking,
                    fromMs,
                    untilMs,
                    attributes));
  }

  private static void record(
      SpanBuilder span,
      BookingKey booking,
      long fromMs,
      long untilMs,
      Map<String, String> attributes) {
    span.setStartTimestamp(fromMs, TimeUnit.MILLISECONDS);
    span.setAttribute("booking", booking.toString());
    attributes.forEach((name, value) -> span.setAttribute(AttributeKey.stringKey(name), value));
    span.startSpan().end(Math.max(fromMs, untilMs), TimeUnit.MILLISECONDS);
  }

  /** Sends what waits, within limits, and stops. */
  @Override
  public void close() {
    stop.run();
  }
}
