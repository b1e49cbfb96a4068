package org.sessionsettlement.tempo.event;

import java.math.BigInteger;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.rpc.Log;

/**
 * The members of an event: {@code topic} readings are of indexed members, counted from 0 behind the
 * event's own topic, all others of words of the data. A reading that does not fit throws an {@link
 * IndexOutOfBoundsException} or {@link ArithmeticException}; {@link EventTable} catches both.
 */
public final class EventWords {
  private final Log log;

  EventWords(Log log) {
    this.log = log;
  }

  /** Which contract emitted it. */
  public Address emitter() {
    return log.address();
  }

  /** An indexed member as it stands. */
  public Hash32 topic(int index) {
    return log.topics().get(1 + index);
  }

  /** An indexed address. */
  public Address topicAddress(int index) {
    return AbiWords.addressAt(topic(index).bytes(), 0);
  }

  /** An indexed unsigned number. */
  public BigInteger topicUint(int index) {
    return topic(index).toUnsigned();
  }

  /** An indexed number of at most 63 bits. */
  public long topicLong(int index) {
    return topicUint(index).longValueExact();
  }

  /** An unsigned number. */
  public BigInteger uint(int word) {
    return AbiWords.uintAt(data(), at(word));
  }

  /** A number of at most 63 bits. */
  public long longAt(int word) {
    return uint(word).longValueExact();
  }

  /** An address. */
  public Address address(int word) {
    return AbiWords.addressAt(data(), at(word));
  }

  /** A boolean. */
  public boolean bool(int word) {
    return AbiWords.boolAt(data(), at(word));
  }

  /** 32 bytes. */
  public Hash32 hash(int word) {
    return Hash32.of(data().slice(at(word), at(word + 1)).toArray());
  }

  /** A string whose offset stands in that word. */
  public String string(int word) {
    return AbiWords.stringAt(data(), at(word));
  }

  private Bytes data() {
    return log.data();
  }

  private static int at(int word) {
    return word * AbiWords.WORD;
  }
}
