package org.sessionsettlement.tempo.keychain;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Bytes;

/**
 * A tuple of the contract ABI: words in the head; what is dynamic in the tail, with its offset in
 * the head.
 */
final class AbiSequence {
  private final List<Part> parts = new ArrayList<>();

  private record Part(Bytes bytes, boolean isDynamic) {}

  AbiSequence word(byte[] word) {
    parts.add(new Part(Bytes.of(word), false));
    return this;
  }

  AbiSequence number(long value) {
    return word(AbiWords.uint(BigInteger.valueOf(value)));
  }

  AbiSequence flag(boolean value) {
    return number(value ? 1 : 0);
  }

  AbiSequence dynamic(AbiSequence tuple) {
    parts.add(new Part(Bytes.of(tuple.encode()), true));
    return this;
  }

  /** An array of so many items, which the sequence holds one after the other. */
  AbiSequence array(int length, AbiSequence items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, AbiWords.uint(BigInteger.valueOf(length)));
    put(out, items.encode());
    parts.add(new Part(Bytes.of(out.toByteArray()), true));
    return this;
  }

  byte[] encode() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    for (Part part : parts) {
      if (part.isDynamic()) {
        int offset = parts.size() * AbiWords.WORD + tail.size();
        put(head, AbiWords.uint(BigInteger.valueOf(offset)));
        put(tail, part.bytes().toArray());
      } else {
        put(head, part.bytes().toArray());
      }
    }
    put(head, tail.toByteArray());
    return head.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
