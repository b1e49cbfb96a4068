package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.signature.TempoSignature;

/** An authorization with the signature of the account that gives it. */
public record SignedAuthorization(Authorization authorization, TempoSignature signature) {
  /**
   * The account that gives it.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when the signature is
   *     not over it; the chain then passes over the entry
   */
  public Address authority() {
    return signature.recover(Keccak256.hash(authorization.signingPayload()));
  }

  void write(RlpWriter out) {
    int list = out.begin();
    authorization.write(out);
    out.bytes(signature.toBytes()).end(list);
  }

  static SignedAuthorization read(RlpReader in) {
    RlpReader fields = in.list();
    Authorization authorization =
        new Authorization(fields.longInteger(), fields.address(), fields.longInteger());
    SignedAuthorization signed =
        new SignedAuthorization(authorization, TempoSignature.decode(fields.bytes()));
    fields.finish();
    return signed;
  }
}
