package org.sessionsettlement.tempo.examples;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.web3signer.Web3Signer;
import org.sessionsettlement.tempo.web3signer.Web3SignerAccount;

/** The key stays in Web3Signer; we send what it signs. */
final class RemoteSigner {
  private RemoteSigner() {}

  /** Pays a dollar out of an account whose key the signer has. */
  static Receipt run(TempoRpc rpc, Web3Signer signer, Address from, Address to) {
    Web3SignerAccount account = signer.account(from);
    return Payment.send(rpc, account, to, 1_000_000);
  }

  /** The node's address, the signer's, who pays, who is paid. */
  public static void main(String[] args) {
    Web3Signer signer = new Web3Signer(args[1]);
    System.out.println(
        run(TempoRpc.at(args[0]), signer, Address.parse(args[2]), Address.parse(args[3])));
  }
}
