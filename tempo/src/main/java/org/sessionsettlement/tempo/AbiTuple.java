package org.sessionsettlement.tempo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A tuple of the contract ABI, which a function's arguments are too: words stand in the head, what
 * is dynamic in the tail with its offset in the head (contract ABI, "use of dynamic types"). Not
 * safe for several threads.
 */
public final class AbiTuple {
  private final List<Member> members = new ArrayList<>();

  /** Stands in the head itself, or in the tail with its offset in the head. */
  private record Member(Bytes bytes, boolean isDynamic) {}

  /** The next member: a word of {@link AbiWords}. */
  public AbiTuple word(byte[] word) {
    members.add(new Member(Bytes.of(word), false));
    return this;
  }

  /** The next member: an address. */
  public AbiTuple address(Address value) {
    return word(AbiWords.address(value));
  }

  /** The next member: an unsigned number. */
  public AbiTuple number(long value) {
    return word(numberWord(value));
  }

  /** The next member: a boolean. */
  public AbiTuple flag(boolean value) {
    return number(value ? 1 : 0);
  }

  /** The next member: a string. */
  public AbiTuple string(String text) {
    return bytes(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The next member: bytes, as many as there are. */
  public AbiTuple bytes(Bytes value) {
    int padded = (value.size() + AbiWords.WORD - 1) / AbiWords.WORD * AbiWords.WORD;
    byte[] content = new byte[padded];
    value.copyTo(content, 0);
    return counted(value.size(), content);
  }

  /** The next member: an array of addresses. */
  public AbiTuple addresses(List<Address> items) {
    AbiTuple words = new AbiTuple();
    items.forEach(words::address);
    return array(items.size(), words);
  }

  /** The next member: an array of so many items, which the tuple holds one after the other. */
  public AbiTuple array(int length, AbiTuple items) {
    return counted(length, items.encode());
  }

  /** The next member: a tuple with something dynamic in it. */
  public AbiTuple dynamic(AbiTuple tuple) {
    members.add(new Member(Bytes.of(tuple.encode()), true));
    return this;
  }

  /** The calldata of a function like {@code setName(string)} whose arguments these are. */
  public Bytes call(String signature) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    put(data, AbiWords.selector(signature));
    put(data, encode());
    return Bytes.of(data.toByteArray());
  }

  private byte[] encode() {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    for (Member member : members) {
      byte[] bytes = member.bytes().unshared();
      if (member.isDynamic()) {
        put(head, numberWord((long) members.size() * AbiWords.WORD + tail.size()));
        put(tail, bytes);
      } else {
        put(head, bytes);
      }
    }
    put(head, tail.toByteArray());
    return head.toByteArray();
  }

  private AbiTuple counted(int length, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, numberWord(length));
    put(out, content);
    members.add(new Member(Bytes.of(out.toByteArray()), true));
    return this;
  }

  private static byte[] numberWord(long value) {
    return AbiWords.uint(BigInteger.valueOf(value));
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
