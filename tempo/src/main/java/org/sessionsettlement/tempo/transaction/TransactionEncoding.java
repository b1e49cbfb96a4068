package org.sessionsettlement.tempo.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Rlp;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/** The byte form of type 0x76, fields in the order of the specification. */
final class TransactionEncoding {
  private static final byte[] NOTHING = new byte[0];

  private TransactionEncoding() {}

  static Bytes payload(TempoTransaction transaction, Optional<Secp256k1Signature> signature) {
    List<byte[]> fields = new ArrayList<>(15);
    fields.add(Rlp.integer(transaction.chainId()));
    fields.add(Rlp.integer(transaction.maxPriorityFeePerGas()));
    fields.add(Rlp.integer(transaction.maxFeePerGas()));
    fields.add(Rlp.integer(transaction.gasLimit()));
    fields.add(calls(transaction.calls()));
    fields.add(accessList(transaction.accessList()));
    fields.add(Rlp.integer(transaction.nonceKey()));
    fields.add(Rlp.integer(transaction.nonce()));
    fields.add(optional(transaction.validBefore()));
    fields.add(optional(transaction.validAfter()));
    fields.add(Rlp.bytes(transaction.feeToken().map(Address::toArray).orElse(NOTHING)));
    fields.add(Rlp.bytes(NOTHING)); // no fee payer
    fields.add(
        Rlp.list(List.of())); // no authorizations; a key authorization that is absent has no bytes
    signature.ifPresent(s -> fields.add(Rlp.bytes(s.toBytes())));
    byte[] type = {(byte) TempoTransaction.TYPE};
    return Bytes.of(Rlp.concat(List.of(type, Rlp.list(fields))));
  }

  private static byte[] calls(List<Call> calls) {
    List<byte[]> encoded = new ArrayList<>(calls.size());
    for (Call call : calls) {
      byte[] to = Rlp.bytes(call.to().map(Address::toArray).orElse(NOTHING));
      byte[] input = Rlp.bytes(call.input().toArray());
      encoded.add(Rlp.list(List.of(to, Rlp.integer(call.value()), input)));
    }
    return Rlp.list(encoded);
  }

  private static byte[] accessList(List<AccessListEntry> entries) {
    List<byte[]> encoded = new ArrayList<>(entries.size());
    for (AccessListEntry entry : entries) {
      List<byte[]> keys = new ArrayList<>();
      entry.storageKeys().forEach(key -> keys.add(Rlp.bytes(key.toArray())));
      encoded.add(Rlp.list(List.of(Rlp.bytes(entry.address().toArray()), Rlp.list(keys))));
    }
    return Rlp.list(encoded);
  }

  private static byte[] optional(OptionalLong seconds) {
    return Rlp.integer(seconds.orElse(0));
  }
}
