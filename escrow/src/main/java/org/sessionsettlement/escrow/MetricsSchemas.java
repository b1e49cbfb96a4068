package org.sessionsettlement.escrow;

import java.util.Map;
import java.util.function.Function;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * Every schema that a payload may name, and how it is read. A change of shape is a new entry beside
 * the old one, so that old payloads are read for as long as they are kept (docs/metrics).
 */
final class MetricsSchemas {
  private static final Map<String, Function<JsonValue, MetricsPayload>> READERS =
      Map.of(
          SessionMetrics.SCHEMA, MetricsReading::metrics,
          SessionOverride.SCHEMA, MetricsReading::override);

  private MetricsSchemas() {}

  /** Reads a payload by the schema that it names. */
  static MetricsPayload read(JsonValue json) {
    String schema = json.get("schema").text();
    Function<JsonValue, MetricsPayload> reader = READERS.get(schema);
    if (reader == null) {
      throw new MalformedMetricsException("another schema: " + schema);
    }
    return reader.apply(json);
  }
}
