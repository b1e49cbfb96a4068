package org.sessionsettlement.tempo.transaction;

import java.util.function.Consumer;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.account.Secp256k1Signer;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.signature.TempoSignature;

/** What types 1 and 2 have in common: type || rlp(fields), signed by yParity, r, s at the end. */
final class EthereumEncoding {
  private EthereumEncoding() {}

  static Bytes payload(int type, Consumer<RlpWriter> fields) {
    RlpWriter out = new RlpWriter().raw(type);
    int list = out.begin();
    fields.accept(out);
    return out.end(list).toBytes();
  }

  static Bytes signed(int type, Consumer<RlpWriter> fields, TempoSignature signature) {
    Secp256k1Signature ecdsa = secp256k1(signature);
    return payload(
        type,
        out -> {
          fields.accept(out);
          out.integer(ecdsa.yParity()).integer(ecdsa.r()).integer(ecdsa.s());
        });
  }

  static SignedTransaction sign(Transaction transaction, Secp256k1Signer account) {
    Secp256k1Signature signature = account.sign(transaction.signingPayload());
    return new SignedTransaction(
        transaction, signature, transaction.encode(signature), account.address());
  }

  static Secp256k1Signature secp256k1(TempoSignature signature) {
    if (signature instanceof Secp256k1Signature ecdsa) {
      return ecdsa;
    }
    throw new InvalidTransactionException(TransactionFault.KEY_TYPE_OF_SENDER);
  }
}
