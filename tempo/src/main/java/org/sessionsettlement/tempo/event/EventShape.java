package org.sessionsettlement.tempo.event;

import java.util.function.Function;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * How one event is written.
 *
 * @param signature as in {@code Transfer(address,address,uint256)}
 * @param indexed how many members are topics
 * @param words how many words of data there are at least
 * @param read makes the event of its members
 */
public record EventShape<E>(
    String signature, int indexed, int words, Function<EventWords, ? extends E> read) {
  /** The first topic of its logs. */
  public Hash32 topic() {
    return Keccak256.hash(signature);
  }

  boolean fits(Log log) {
    return log.topics().size() == 1 + indexed && log.data().size() >= words * 32;
  }
}
