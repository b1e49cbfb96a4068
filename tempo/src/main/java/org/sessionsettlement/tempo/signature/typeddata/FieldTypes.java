package org.sessionsettlement.tempo.signature.typeddata;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types as EIP-712 writes them. */
final class FieldTypes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
  private static final Pattern ARRAY = Pattern.compile("(.+)\\[([1-9][0-9]{0,5})?]");
  private static final Pattern SIZED = Pattern.compile("(uint|int|bytes)([1-9][0-9]{0,2})");
  private static final int MAX_BITS = 256;
  private static final int MAX_BYTES = 32;

  private FieldTypes() {}

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * The type of this text; a name that is no atomic type is a struct.
   *
   * @throws InvalidTypedDataException when it is none
   */
  static FieldType parse(String text) {
    return parse(text, 0);
  }

  private static FieldType parse(String text, int depth) {
    if (depth > TypedDataLimits.MAX_DEPTH) {
      throw new InvalidTypedDataException(TypedDataFault.TOO_DEEP, "");
    }
    Matcher array = ARRAY.matcher(text);
    if (array.matches()) {
      FieldType element = parse(array.group(1), depth + 1);
      String length = array.group(2);
      return new FieldType.Array(
          element, length == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(length)));
    }
    if (!isName(text)) {
      throw new InvalidTypedDataException(TypedDataFault.MALFORMED_TYPE, "");
    }
    return atomic(text).<FieldType>map(FieldType.Atomic::new).orElse(new FieldType.Struct(text));
  }

  /** The atomic or dynamic type of this name. There are no aliases uint and int. */
  static Optional<AtomicEncoder> atomic(String name) {
    return switch (name) {
      case "bool" -> Optional.of(AtomicValues::bool);
      case "address" -> Optional.of(AtomicValues::address);
      case "string" -> Optional.of(AtomicValues::string);
      case "bytes" -> Optional.of(AtomicValues::bytes);
      default -> sized(name);
    };
  }

  private static Optional<AtomicEncoder> sized(String name) {
    Matcher sized = SIZED.matcher(name);
    if (!sized.matches()) {
      return Optional.empty();
    }
    int size = Integer.parseInt(sized.group(2));
    if (sized.group(1).equals("bytes")) {
      return size > MAX_BYTES
          ? Optional.empty()
          : Optional.of(value -> AtomicValues.fixedBytes(value, size));
    }
    if (size > MAX_BITS || size % Byte.SIZE != 0) {
      return Optional.empty();
    }
    boolean signed = sized.group(1).equals("int");
    return Optional.of(value -> AtomicValues.integer(value, size, signed));
  }
}
