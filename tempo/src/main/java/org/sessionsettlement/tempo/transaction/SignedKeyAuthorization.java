package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.signature.PrimitiveSignature;

/** A key authorization with the signature of the account that gives it. */
public record SignedKeyAuthorization(KeyAuthorization authorization, PrimitiveSignature signature) {
  /**
   * The account that gives it.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when the signature is
   *     not over it
   */
  public Address root() {
    return signature.recover(Keccak256.hash(authorization.signingPayload()));
  }

  void write(RlpWriter out) {
    int list = out.begin();
    authorization.write(out);
    out.bytes(signature.toBytes()).end(list);
  }

  static SignedKeyAuthorization read(RlpReader in) {
    RlpReader fields = in.list();
    KeyAuthorization authorization = KeyAuthorization.read(fields);
    SignedKeyAuthorization signed =
        new SignedKeyAuthorization(authorization, PrimitiveSignature.decode(fields.bytes()));
    fields.finish();
    return signed;
  }
}
