package org.sessionsettlement.controlplane.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes with and without a key; texts are hashed as UTF-8. */
public final class Digests {
  private Digests() {}

  public static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  public static byte[] sha256(String text) {
    return sha256(bytes(text));
  }

  /** HMAC-SHA-256 (RFC 2104). */
  public static byte[] hmacSha256(byte[] key, byte[] message) {
    return hmac("HmacSHA256", key, message);
  }

  /** HMAC-SHA-256 (RFC 2104). */
  public static byte[] hmacSha256(byte[] key, String text) {
    return hmacSha256(key, bytes(text));
  }

  /** HMAC-SHA-1, where a protocol of others wants it. */
  public static byte[] hmacSha1(byte[] key, String text) {
    return hmac("HmacSHA1", key, bytes(text));
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
