package org.sessionsettlement.tempo.signature;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/**
 * An assertion of a passkey: 0x02 || authenticatorData || clientDataJSON || r || s || x || y, whose
 * challenge is the hash (WebAuthn Level 2, 7.2; what Tempo checks of it: {@link WebAuthnChecks}).
 *
 * @param authenticatorData 37 bytes: rpIdHash, flags, counter
 * @param clientDataJson the UTF-8 text that the browser collected, byte for byte
 */
public record WebAuthnSignature(
    Bytes authenticatorData,
    Bytes clientDataJson,
    BigInteger r,
    BigInteger s,
    P256PublicKey publicKey)
    implements PrimitiveSignature {
  /** The longest byte form, without the byte of its kind. */
  public static final int MAX_SIZE = 2048;

  private static final int AUTHENTICATOR_DATA = 37;

  /**
   * Checks the ranges and lengths; that it is a good assertion, {@link #recover} checks.
   *
   * @throws InvalidSignatureException for r or s out of range, a high s, or data of a wrong length
   */
  public WebAuthnSignature {
    P256Curve.checkRange(r, s);
    if (authenticatorData.size() != AUTHENTICATOR_DATA) {
      throw new InvalidSignatureException("authenticatorData without extensions has 37 bytes");
    }
    if (AUTHENTICATOR_DATA + clientDataJson.size() + PointWords.SIZE > MAX_SIZE) {
      throw new InvalidSignatureException("a WebAuthn signature has at most 2,048 bytes");
    }
  }

  static WebAuthnSignature fromBytes(Bytes bytes) {
    int words = bytes.size() - PointWords.SIZE;
    if (words < 1 + AUTHENTICATOR_DATA) {
      throw new InvalidSignatureException("a WebAuthn signature that is too short");
    }
    if (bytes.size() - 1 > MAX_SIZE) {
      throw new InvalidSignatureException("a WebAuthn signature has at most 2,048 bytes");
    }
    P256PublicKey key =
        new P256PublicKey(AbiWords.uintAt(bytes, words + 64), AbiWords.uintAt(bytes, words + 96));
    return new WebAuthnSignature(
        bytes.slice(1, 1 + AUTHENTICATOR_DATA),
        bytes.slice(1 + AUTHENTICATOR_DATA, words),
        AbiWords.uintAt(bytes, words),
        AbiWords.uintAt(bytes, words + 32),
        key);
  }

  @Override
  public KeyType keyType() {
    return KeyType.WEBAUTHN;
  }

  @Override
  public Address recover(Hash32 hash) {
    WebAuthnChecks.check(this, hash);
    byte[] digest = Sha256.hash(authenticatorData.toArray(), Sha256.hash(clientDataJson.toArray()));
    if (!P256Curve.verifies(digest, r, s, publicKey)) {
      throw new InvalidSignatureException("the passkey did not sign this client data");
    }
    return publicKey.address();
  }

  @Override
  public Bytes toBytes() {
    int words = 1 + AUTHENTICATOR_DATA + clientDataJson.size();
    byte[] bytes = new byte[words + PointWords.SIZE];
    bytes[0] = SignatureDecoding.WEBAUTHN;
    authenticatorData.copyTo(bytes, 1);
    clientDataJson.copyTo(bytes, 1 + AUTHENTICATOR_DATA);
    PointWords.write(bytes, words, r, s, publicKey);
    return Bytes.of(bytes);
  }
}
