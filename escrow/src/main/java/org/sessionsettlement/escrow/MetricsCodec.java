package org.sessionsettlement.escrow;

import java.nio.charset.StandardCharsets;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.RpcException;

/**
 * The bytes that {@code metricsHash} commits to: a payload of one of the schemas of docs/metrics,
 * canonicalised by RFC 8785, hashed with keccak-256.
 */
public final class MetricsCodec {
  private MetricsCodec() {}

  /**
   * The canonical bytes of a payload.
   *
   * @throws MalformedMetricsException for a payload that its schema does not allow: an address that
   *     is none, a booking id that is no number, integers above 2^53 - 1
   */
  public static Bytes encode(MetricsPayload payload) {
    Bytes bytes = canonical(payload);
    // What cannot be read again must not be committed to.
    parse(bytes);
    return bytes;
  }

  /** keccak-256 of the canonical bytes. */
  public static Hash32 hash(MetricsPayload payload) {
    return hash(encode(payload));
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
   * Reads stored bytes back, by the schema that they name. Strict: members exactly those of the
   * schema, bytes exactly the canonical ones.
   *
   * @throws MalformedMetricsException saying what is wrong with them
   */
  public static MetricsPayload parse(Bytes stored) {
    MetricsPayload payload = read(new String(stored.toArray(), StandardCharsets.UTF_8));
    if (!canonical(payload).equals(stored)) {
      throw new MalformedMetricsException("the bytes are not in canonical form (RFC 8785)");
    }
    return payload;
  }

  private static MetricsPayload read(String text) {
    try {
      return MetricsSchemas.read(JsonValue.parse(text));
    } catch (MalformedMetricsException typed) {
      throw typed;
    } catch (RpcException | IllegalArgumentException | ArithmeticException wrong) {
      throw new MalformedMetricsException("no metrics payload: " + wrong.getMessage(), wrong);
    }
  }

  private static Bytes canonical(MetricsPayload payload) {
    String json = CanonicalJson.write(MetricsJson.of(payload));
    return Bytes.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
