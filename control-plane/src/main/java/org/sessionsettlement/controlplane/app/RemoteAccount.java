package org.sessionsettlement.controlplane.app;

import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.signature.TempoSignature;
import org.sessionsettlement.tempo.web3signer.Web3Signer;
import org.sessionsettlement.tempo.web3signer.Web3SignerAccount;

/**
 * An account of a remote signer that may have been away when this process started: which of its
 * keys it is, is asked once it answers.
 */
final class RemoteAccount implements Account {
  private final Web3Signer signer;
  private final Address address;
  private volatile Optional<Web3SignerAccount> known = Optional.empty();

  RemoteAccount(Web3Signer signer, Address address) {
    this.signer = signer;
    this.address = address;
  }

  /**
   * Asks for the key unless it is known.
   *
   * @throws org.sessionsettlement.tempo.web3signer.RemoteSignerException when the signer does not
   *     answer, or has no such key
   */
  Web3SignerAccount find() {
    var account = known.orElseGet(() -> signer.account(address));
    known = Optional.of(account);
    return account;
  }

  @Override
  public Address address() {
    return address;
  }

  /**
   * Has it signed; blocks while the signer is asked.
   *
   * @throws org.sessionsettlement.tempo.web3signer.RemoteSignerException when it gives no signature
   *     by this key
   */
  @Override
  public TempoSignature sign(Bytes message) {
    return find().sign(message);
  }

  @Override
  public String toString() {
    return "RemoteAccount[" + address + " at " + signer + "]";
  }
}
