package org.sessionsettlement.tempo.examples;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import org.sessionsettlement.tempo.signature.PersonalMessage;
import org.sessionsettlement.tempo.signature.SignatureVerifier;

/** Whether an account signed a text: checked here, and by the chain's own verifier. */
final class VerifyOnChain {
  private VerifyOnChain() {}

  /** True when both say that it did. */
  static boolean run(TempoRpc rpc, Address account, String text, Bytes signature) {
    boolean here = PersonalMessage.recover(text, signature).equals(account);
    boolean onChain =
        rpc.read(
            SignatureVerifier.verify(account, PersonalMessage.hash(text), signature),
            BlockTag.LATEST);
    return here && onChain;
  }

  /** On the local chain at this address. */
  public static void main(String[] args) {
    Bytes signature = Payment.DEV.signPersonalMessage("sign in").toBytes();
    System.out.println(run(TempoRpc.at(args[0]), Payment.DEV.address(), "sign in", signature));
  }
}
