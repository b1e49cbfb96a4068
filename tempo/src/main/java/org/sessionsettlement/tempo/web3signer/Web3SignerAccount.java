package org.sessionsettlement.tempo.web3signer;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.Secp256k1PublicKey;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/** An account whose key is in a Web3Signer. */
public final class Web3SignerAccount implements Secp256k1Signer {
  private final Web3Signer signer;
  private final Secp256k1PublicKey key;

  /** The account of this key. Nothing is asked before it signs. */
  public Web3SignerAccount(Web3Signer signer, Secp256k1PublicKey key) {
    this.signer = signer;
    this.key = key;
  }

  @Override
  public Address address() {
    return key.address();
  }

  /**
   * Asks the signer; blocks while it is asked.
   *
   * @throws RemoteSignerException when it gives no signature by this key
   */
  @Override
  public Secp256k1Signature sign(Bytes message) {
    return signer.sign(key, message);
  }

  @Override
  public String toString() {
    return "Web3SignerAccount[" + address() + " at " + signer + "]";
  }
}
