package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.util.List;
import java.util.function.Function;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * How one event is written. In this ABI the indexed members come first and all are static: topics
 * and data, one after the other, are the members' encoding.
 */
record EventShape(
    String name, int indexed, TupleType<Tuple> members, Function<Words, EscrowEvent> read) {
  static EventShape of(String name, int indexed, String types, Function<Words, EscrowEvent> read) {
    return new EventShape(name, indexed, TupleType.parse(types), read);
  }

  String signature() {
    return name + members.getCanonicalType();
  }

  Hash32 topic() {
    return Keccak256.hash(signature());
  }

  EscrowEvent decode(Log log) {
    if (log.topics().size() != 1 + indexed) {
      throw malformed(log, new IllegalArgumentException("another number of topics"));
    }
    try {
      return read.apply(Words.decode(members, encoding(log)));
    } catch (RuntimeException notThatShape) {
      throw malformed(log, notThatShape);
    }
  }

  private static Bytes encoding(Log log) {
    List<Hash32> indexed = log.topics().subList(1, log.topics().size());
    int words = indexed.size() * AbiWords.WORD;
    byte[] all = new byte[words + log.data().size()];
    for (int i = 0; i < indexed.size(); i++) {
      indexed.get(i).bytes().copyTo(all, i * AbiWords.WORD);
    }
    log.data().copyTo(all, words);
    return Bytes.of(all);
  }

  private MalformedEventException malformed(Log log, RuntimeException cause) {
    return new MalformedEventException(
        "not a " + name + ": log " + log.logIndex() + " of " + log.transactionHash(), cause);
  }
}
