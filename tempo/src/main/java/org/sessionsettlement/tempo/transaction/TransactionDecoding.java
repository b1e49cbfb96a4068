package org.sessionsettlement.tempo.transaction;

import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.MalformedRlpException;
import org.sessionsettlement.tempo.RlpReader;

/** Tells the types apart by their first byte (EIP-2718). */
final class TransactionDecoding {
  /** 32 calls of the largest input, and as much again as one of them for the rest. */
  static final int MAX_BYTES = (CallRules.MAX_CALLS + 1) * CallRules.MAX_INPUT_BYTES;

  private static final int FIRST_LIST_PREFIX = 0xc0;

  private TransactionDecoding() {}

  static SignedTransaction decode(Bytes bytes) {
    if (bytes.isEmpty()) {
      throw new MalformedRlpException("a transaction without a byte");
    }
    if (bytes.size() > MAX_BYTES) {
      throw new MalformedRlpException("a transaction of more than " + MAX_BYTES + " bytes");
    }
    int type = bytes.at(0);
    if (type >= FIRST_LIST_PREFIX) {
      return EthereumDecoding.legacy(fields(bytes, 0));
    }
    return switch (type) {
      case TempoTransaction.TYPE -> TempoDecoding.signed(fields(bytes, 1));
      case DynamicFeeTransaction.TYPE -> EthereumDecoding.dynamicFee(fields(bytes, 1));
      case AccessListTransaction.TYPE -> EthereumDecoding.accessList(fields(bytes, 1));
      default -> throw new MalformedRlpException("a transaction of unknown type " + type);
    };
  }

  /** The list that is all there is behind the type. */
  static RlpReader fields(Bytes bytes, int from) {
    RlpReader all = RlpReader.of(bytes, from);
    RlpReader fields = all.list();
    all.finish();
    return fields;
  }
}
