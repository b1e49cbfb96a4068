package org.sessionsettlement.tempo.transaction;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.RlpReader;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/** Reads types 0, 1 and 2. */
final class EthereumDecoding {
  private static final int FEE_BITS = 128;
  private static final int WORD_BITS = 256;
  private static final long V_WITH_CHAIN = 35;

  private EthereumDecoding() {}

  static SignedTransaction legacy(RlpReader in) {
    long nonce = in.longInteger();
    BigInteger gasPrice = in.integer(FEE_BITS);
    long gasLimit = in.longInteger();
    Call call = call(in);
    long v = in.longInteger();
    OptionalLong chainId =
        v < V_WITH_CHAIN ? OptionalLong.empty() : OptionalLong.of((v - V_WITH_CHAIN) / 2);
    Secp256k1Signature signature =
        new Secp256k1Signature(in.integer(WORD_BITS), in.integer(WORD_BITS), parity(v));
    in.finish();
    return new LegacyTransaction(chainId, nonce, gasPrice, gasLimit, call).signedBy(signature);
  }

  static SignedTransaction accessList(RlpReader in) {
    long chainId = in.longInteger();
    long nonce = in.longInteger();
    BigInteger gasPrice = in.integer(FEE_BITS);
    long gasLimit = in.longInteger();
    Call call = call(in);
    List<AccessListEntry> accessList = AccessLists.read(in);
    return new AccessListTransaction(chainId, nonce, gasPrice, gasLimit, call, accessList)
        .signedBy(TempoDecoding.signature(in));
  }

  static SignedTransaction dynamicFee(RlpReader in) {
    long chainId = in.longInteger();
    long nonce = in.longInteger();
    BigInteger tip = in.integer(FEE_BITS);
    BigInteger maxFee = in.integer(FEE_BITS);
    long gasLimit = in.longInteger();
    Call call = call(in);
    List<AccessListEntry> accessList = AccessLists.read(in);
    return new DynamicFeeTransaction(chainId, nonce, tip, maxFee, gasLimit, call, accessList)
        .signedBy(TempoDecoding.signature(in));
  }

  private static int parity(long v) {
    if (v != 27 && v != 28 && v < V_WITH_CHAIN) {
      throw new MalformedRlpException("a v that is neither 27, 28 nor from 35 on");
    }
    return (int) ((v - 27) % 2);
  }

  private static Call call(RlpReader in) {
    return new Call(TempoDecoding.optionalAddress(in), in.integer(WORD_BITS), in.bytes());
  }
}
