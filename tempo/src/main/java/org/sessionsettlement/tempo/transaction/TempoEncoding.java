package org.sessionsettlement.tempo.transaction;

import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.RlpWriter;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;
import org.sessionsettlement.tempo.signature.TempoSignature;

/**
 * The byte forms of type 0x76, fields in the order of the specification. The sender's, the fee
 * payer's and the final form differ only in how they show the fee token and the fee payer.
 */
final class TempoEncoding {
  /** The type byte of what a fee payer signs. */
  private static final int FEE_PAYER_TYPE = 0x78;

  /** In place of the fee payer's signature: somebody else will pay. */
  private static final int ASKED = 0x00;

  private TempoEncoding() {}

  /** What the sender signs: who pays is left open, and with it the token. */
  static Bytes signingPayload(TempoTransaction transaction) {
    boolean sponsored = !(transaction.sponsorship() instanceof Sponsorship.None);
    RlpWriter out = new RlpWriter().raw(TempoTransaction.TYPE);
    int list = out.begin();
    firstTen(out, transaction);
    if (sponsored) {
      out.empty().raw(ASKED);
    } else {
      feeToken(out, transaction);
      out.empty();
    }
    authorizations(out, transaction);
    return out.end(list).toBytes();
  }

  /** What the fee payer signs: the token and the sender stand in it. */
  static Bytes feePayerPayload(TempoTransaction transaction, Address sender) {
    RlpWriter out = new RlpWriter().raw(FEE_PAYER_TYPE);
    int list = out.begin();
    firstTen(out, transaction);
    feeToken(out, transaction);
    out.address(sender);
    authorizations(out, transaction);
    return out.end(list).toBytes();
  }

  static Bytes signed(TempoTransaction transaction, TempoSignature signature) {
    RlpWriter out = new RlpWriter().raw(TempoTransaction.TYPE);
    int list = out.begin();
    firstTen(out, transaction);
    feeToken(out, transaction);
    sponsorship(out, transaction.sponsorship());
    authorizations(out, transaction);
    out.bytes(signature.toBytes());
    return out.end(list).toBytes();
  }

  private static void firstTen(RlpWriter out, TempoTransaction transaction) {
    out.integer(transaction.chainId())
        .integer(transaction.maxPriorityFeePerGas())
        .integer(transaction.maxFeePerGas())
        .integer(transaction.gasLimit());
    calls(out, transaction.calls());
    AccessLists.write(out, transaction.accessList());
    out.integer(transaction.nonceKey())
        .integer(transaction.nonce())
        .integer(transaction.validBefore().orElse(0))
        .integer(transaction.validAfter().orElse(0));
  }

  private static void calls(RlpWriter out, List<Call> calls) {
    int list = out.begin();
    for (Call call : calls) {
      int item = out.begin();
      call(out, call);
      out.end(item);
    }
    out.end(list);
  }

  /** to, value, input. */
  static void call(RlpWriter out, Call call) {
    out.bytes(call.to().map(Address::bytes).orElse(Bytes.EMPTY))
        .integer(call.value())
        .bytes(call.input());
  }

  private static void feeToken(RlpWriter out, TempoTransaction transaction) {
    out.bytes(transaction.feeToken().map(Address::bytes).orElse(Bytes.EMPTY));
  }

  private static void sponsorship(RlpWriter out, Sponsorship sponsorship) {
    if (sponsorship instanceof Sponsorship.Given given) {
      Secp256k1Signature signature = given.signature();
      int list = out.begin();
      out.integer(signature.yParity()).integer(signature.r()).integer(signature.s()).end(list);
    } else if (sponsorship instanceof Sponsorship.Asked) {
      out.raw(ASKED);
    } else {
      out.empty();
    }
  }

  private static void authorizations(RlpWriter out, TempoTransaction transaction) {
    int list = out.begin();
    transaction.authorizations().forEach(one -> one.write(out));
    out.end(list);
    transaction.keyAuthorization().ifPresent(one -> one.write(out));
  }
}
