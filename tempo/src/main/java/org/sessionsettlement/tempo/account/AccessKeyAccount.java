package org.sessionsettlement.tempo.account;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.KeychainSignature;

/**
 * An access key at work: it signs for the account that authorized it (keychain V2). What it may do,
 * how much it may spend and until when, the chain knows: see {@code KeyAuthorization}.
 */
public final class AccessKeyAccount implements Account {
  private final Address root;
  private final KeyAccount key;

  /**
   * The key, for that account.
   *
   * @param root the account that authorized it
   */
  public AccessKeyAccount(Address root, KeyAccount key) {
    this.root = root;
    this.key = key;
  }

  /** The account that is signed for: the root. */
  @Override
  public Address address() {
    return root;
  }

  @Override
  public KeychainSignature sign(Bytes message) {
    Bytes bound = KeychainSignature.message(Keccak256.hash(message), root);
    return new KeychainSignature(root, key.sign(bound));
  }

  @Override
  public String toString() {
    return "AccessKeyAccount[" + key.address() + " for " + root + "]";
  }
}
