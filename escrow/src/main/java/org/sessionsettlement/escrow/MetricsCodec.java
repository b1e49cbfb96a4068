package org.sessionsettlement.escrow;

import java.nio.charset.StandardCharsets;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * The bytes that {@code metricsHash} commits to: schema {@code session-metrics/1}
 * (docs/metrics/session-metrics-1.md), canonicalised by RFC 8785, hashed with keccak-256.
 */
public final class MetricsCodec {
  private MetricsCodec() {}

  /**
   * The canonical bytes of a payload.
   *
   * @throws MalformedMetricsException for a payload that the schema does not allow: an address that
   *     is none, a booking id that is no number, integers above 2^53 - 1
   */
  public static Bytes encode(SessionMetrics metrics) {
    String json = CanonicalJson.write(MetricsJson.of(metrics));
    Bytes bytes = Bytes.of(json.getBytes(StandardCharsets.UTF_8));
    // What cannot be read again must not be committed to.
    parse(bytes);
    return bytes;
  }

  /** keccak-256 of the canonical bytes. */
  public static Hash32 hash(SessionMetrics metrics) {
    return hash(encode(metrics));
  }

  /** keccak-256 of stored bytes. */
  public static Hash32 hash(Bytes stored) {
    return Keccak256.hash(stored.toArray());
  }

  /** True when the stored bytes are those that were committed to. */
  public static boolean verify(Bytes stored, Hash32 committed) {
    return hash(stored).equals(committed);
  }

  /**
   * Reads stored bytes back. Strict: members exactly those of the schema, bytes exactly the
   * canonical ones.
   *
   * @throws MalformedMetricsException saying what is wrong with them
   */
  public static SessionMetrics parse(Bytes stored) {
    String json = new String(stored.toArray(), StandardCharsets.UTF_8);
    SessionMetrics metrics = MetricsReading.read(json);
    byte[] canonical =
        CanonicalJson.write(MetricsJson.of(metrics)).getBytes(StandardCharsets.UTF_8);
    if (!Bytes.of(canonical).equals(stored)) {
      throw new MalformedMetricsException("the bytes are not in canonical form (RFC 8785)");
    }
    return metrics;
  }
}
