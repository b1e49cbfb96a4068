package org.sessionsettlement.controlplane.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sessionsettlement.tempo.Bytes;

/**
 * 256 bits that only their holder knows, in 43 characters of base64url; the database has a hash.
 */
final class OpaqueToken {
  private static final int BYTES = 32;
  private static final int CHARS = 43;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private OpaqueToken(byte[] bytes) {
    this.bytes = bytes;
  }

  static OpaqueToken random() {
    return new OpaqueToken(randomBytes());
  }

  static byte[] randomBytes() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Reads a token; empty where this is none, whatever its length. */
  static Optional<OpaqueToken> parse(String text) {
    if (text.length() != CHARS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OpaqueToken(Base64.getUrlDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The token that follows this one: always the same for a seed, and no use to who has but that.
   */
  OpaqueToken successor(Bytes seed) {
    return new OpaqueToken(hmac(bytes, seed.toArray()));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA-256", e);
    }
  }

  /** The token itself, for its holder alone. */
  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "(opaque token)";
  }
}
