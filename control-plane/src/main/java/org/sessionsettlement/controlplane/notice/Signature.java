package org.sessionsettlement.controlplane.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook is signed with: {@code t=<unix seconds>,v1=<hex>}, HMAC-SHA256 over the time, a
 * full stop and the body. While the secret is changed there are two {@code v1}, by the new one and
 * by the old.
 */
public final class Signature {
  public static final String HEADER = "Settlement-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The header's value. */
  static String of(List<String> secrets, long atSeconds, String body) {
    String signed = atSeconds + "." + body;
    return secrets.stream()
        .map(secret -> "v1=" + HexFormat.of().formatHex(hmac(secret, signed)))
        .collect(Collectors.joining(",", "t=" + atSeconds + ",", ""));
  }

  private static byte[] hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA-256", e);
    }
  }
}
