package org.sessionsettlement.controlplane.auth;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.sessionsettlement.controlplane.digest.Digests;
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
    return new OpaqueToken(Digests.hmacSha256(bytes, seed.toArray()));
  }

  byte[] hash() {
    return Digests.sha256(bytes);
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
