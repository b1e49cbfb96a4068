package org.sessionsettlement.controlplane.notice;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.sessionsettlement.controlplane.digest.Digests;

/**
 * What a webhook is signed with: {@code t=<unix seconds>,v1=<hex>}, HMAC-SHA256 over the time, a
 * full stop and the body. While the secret is changed there are two {@code v1}, by the new one and
 * by the old.
 */
public final class Signature {
  public static final String HEADER = "Settlement-Signature";

  private Signature() {}

  /** The header's value. */
  static String of(List<String> secrets, long atSeconds, String body) {
    String signed = atSeconds + "." + body;
    return secrets.stream()
        .map(
            secret ->
                "v1="
                    + HexFormat.of()
                        .formatHex(
                            Digests.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), signed)))
        .collect(Collectors.joining(",", "t=" + atSeconds + ",", ""));
  }
}
