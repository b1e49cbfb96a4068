package org.sessionsettlement.tempo.keychain;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.KeyType;

/** What the chain knows of an access key. */
public sealed interface AccessKey {
  /** The account never authorized it. */
  record Unknown() implements AccessKey {}

  /** It was authorized and revoked; it cannot be authorized again. */
  record Revoked() implements AccessKey {}

  /**
   * It may sign, until it expires.
   *
   * @param keyId the address of its public key
   * @param expirySeconds unix seconds, from which on it signs nothing; empty for one that does not
   *     expire
   * @param enforcesLimits whether it may spend only what its limits allow
   */
  record Authorized(
      KeyType keyType, Address keyId, OptionalLong expirySeconds, boolean enforcesLimits)
      implements AccessKey {}

  /** The tuple (uint8 type, address, uint64 expiry, bool enforceLimits, bool isRevoked). */
  static AccessKey read(Bytes answer) {
    if (flag(answer, 4)) {
      return new Revoked();
    }
    Address keyId = AbiWords.addressAt(answer, AbiWords.WORD);
    if (keyId.isZero()) {
      return new Unknown();
    }
    KeyType type = KeyType.of(AbiWords.uintAt(answer, 0).longValueExact()).orElseThrow();
    BigInteger expiry = AbiWords.uintAt(answer, 2 * AbiWords.WORD);
    return new Authorized(type, keyId, KeyExpiry.seconds(expiry), flag(answer, 3));
  }

  private static boolean flag(Bytes answer, int word) {
    return AbiWords.uintAt(answer, word * AbiWords.WORD).signum() != 0;
  }
}
