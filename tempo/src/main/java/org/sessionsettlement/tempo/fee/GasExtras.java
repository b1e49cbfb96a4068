package org.sessionsettlement.tempo.fee;

import java.util.List;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.transaction.AccessListEntry;

/**
 * Gas that a transaction pays for beside running its calls: its nonce, and what is not a plain
 * secp256k1 signature. Amounts as in the node's intrinsic gas since hardfork T3 (TIP-1000,
 * TIP-1009, TIP-1011).
 */
public record GasExtras(long gas) {
  private static final long FRESH_NONCE = 250_000;
  private static final long KNOWN_NONCE_KEY = 5_000;
  private static final long EXPIRING_NONCE = 13_000;
  private static final long P256 = 5_000;
  private static final long ACCESS_KEY = 16_100;
  private static final long ACCESS_KEY_CALL = 3_500;
  private static final long ZERO_BYTE = 4;
  private static final long OTHER_BYTE = 16;
  private static final long LISTED_ADDRESS = 2_400;
  private static final long LISTED_SLOT = 1_900;

  /** Of the account's own sequence: its first transaction makes the account. */
  public static GasExtras ownNonce(long nonce) {
    return new GasExtras(nonce == 0 ? FRESH_NONCE : 0);
  }

  /** Of a parallel sequence: its first transaction makes the key. */
  public static GasExtras nonceKey(long nonce) {
    return new GasExtras(nonce == 0 ? FRESH_NONCE : KNOWN_NONCE_KEY);
  }

  /** Of an expiring nonce. */
  public static GasExtras expiringNonce() {
    return new GasExtras(EXPIRING_NONCE);
  }

  /** And a P256 signature. */
  public GasExtras andP256() {
    return and(P256);
  }

  /** And a WebAuthn signature: {@code signedData} is authenticator data || client data JSON. */
  public GasExtras andWebAuthn(Bytes signedData) {
    long data = 0;
    for (byte value : signedData.toArray()) {
      data += value == 0 ? ZERO_BYTE : OTHER_BYTE;
    }
    return and(P256 + data);
  }

  /**
   * And an access key, beside its own signature: 3,000 for the key, and what transfers then ask
   * about its limits and scopes, measured and rounded up.
   */
  public GasExtras andAccessKey(int calls) {
    return and(ACCESS_KEY + ACCESS_KEY_CALL * calls);
  }

  /** And a key authorization, signed by the account's secp256k1 key. */
  public GasExtras andKeyAuthorization(KeyAuthorizationSize size) {
    return and(size.gas());
  }

  /** And an access list. */
  public GasExtras andAccessList(List<AccessListEntry> entries) {
    long slots = entries.stream().mapToLong(entry -> entry.storageKeys().size()).sum();
    return and(entries.size() * LISTED_ADDRESS + slots * LISTED_SLOT);
  }

  private GasExtras and(long more) {
    return new GasExtras(gas + more);
  }
}
