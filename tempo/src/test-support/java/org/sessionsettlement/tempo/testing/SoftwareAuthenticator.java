package org.sessionsettlement.tempo.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.WebAuthnAuthenticator;
import org.sessionsettlement.tempo.signature.P256PrivateKey;
import org.sessionsettlement.tempo.signature.P256PublicKey;
import org.sessionsettlement.tempo.signature.P256Signature;

/** A passkey in memory that answers as a browser would, for a user who always says yes. */
public final class SoftwareAuthenticator implements WebAuthnAuthenticator {
  private static final byte USER_PRESENT_AND_VERIFIED = 0x05;

  private final P256PrivateKey key;
  private final String rpId;
  private final String origin;

  /** A credential for a relying party, used on a page of that origin. */
  public SoftwareAuthenticator(P256PrivateKey key, String rpId, String origin) {
    this.key = key;
    this.rpId = rpId;
    this.origin = origin;
  }

  @Override
  public P256PublicKey publicKey() {
    return key.publicKey();
  }

  @Override
  public Assertion get(Hash32 challenge) {
    byte[] authenticatorData = Arrays.copyOf(sha256(utf8(rpId)), 37);
    authenticatorData[32] = USER_PRESENT_AND_VERIFIED;
    byte[] clientData = utf8(clientDataJson(challenge));
    byte[] signed = concat(authenticatorData, sha256(clientData));
    P256Signature signature = key.sign(Hash32.of(sha256(signed)));
    return new Assertion(
        Bytes.of(authenticatorData), Bytes.of(clientData), der(signature.r(), signature.s()));
  }

  private String clientDataJson(Hash32 challenge) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.toArray());
    return "{\"type\":\"webauthn.get\",\"challenge\":\""
        + text
        + "\",\"origin\":\""
        + origin
        + "\",\"crossOrigin\":false}";
  }

  /** SEQUENCE { INTEGER r, INTEGER s }; both are short enough for one byte of length. */
  private static Bytes der(BigInteger r, BigInteger s) {
    byte[] items = concat(integer(r), integer(s));
    return Bytes.of(concat(new byte[] {0x30, (byte) items.length}, items));
  }

  private static byte[] integer(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return concat(new byte[] {0x02, (byte) bytes.length}, bytes);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
