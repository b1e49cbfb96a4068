package org.sessionsettlement.tempo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the calldata of a function with strings or lists among its arguments (contract ABI, "use
 * of dynamic types"). For words alone {@link AbiWords#call} is enough. Not safe for several
 * threads.
 */
public final class AbiCall {
  private final String signature;
  private final List<Argument> arguments = new ArrayList<>();

  private AbiCall(String signature) {
    this.signature = signature;
  }

  /** A call of a function like {@code setName(string)}, its arguments still to come. */
  public static AbiCall of(String signature) {
    return new AbiCall(signature);
  }

  /** The next argument: a word of {@link AbiWords}. */
  public AbiCall word(byte[] word) {
    arguments.add(new Argument(Bytes.of(word), false));
    return this;
  }

  /** The next argument: a string. */
  public AbiCall string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int padded = (utf8.length + AbiWords.WORD - 1) / AbiWords.WORD * AbiWords.WORD;
    return dynamic(utf8.length, Arrays.copyOf(utf8, padded));
  }

  /** The next argument: an array of addresses. */
  public AbiCall addresses(List<Address> items) {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    items.forEach(item -> put(words, AbiWords.address(item)));
    return dynamic(items.size(), words.toByteArray());
  }

  /** Selector and arguments. */
  public Bytes encode() {
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    put(heads, AbiWords.selector(signature));
    for (Argument argument : arguments) {
      int offset = arguments.size() * AbiWords.WORD + tails.size();
      byte[] bytes = argument.bytes().toArray();
      put(heads, argument.isDynamic() ? number(offset) : bytes);
      put(tails, argument.isDynamic() ? bytes : new byte[0]);
    }
    put(heads, tails.toByteArray());
    return Bytes.of(heads.toByteArray());
  }

  private AbiCall dynamic(int length, byte[] content) {
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    put(tail, number(length));
    put(tail, content);
    arguments.add(new Argument(Bytes.of(tail.toByteArray()), true));
    return this;
  }

  private static byte[] number(int value) {
    return AbiWords.uint(BigInteger.valueOf(value));
  }

  private static void put(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }

  /** Stands in the head itself, or in the tail with its offset in the head. */
  private record Argument(Bytes bytes, boolean isDynamic) {}
}
