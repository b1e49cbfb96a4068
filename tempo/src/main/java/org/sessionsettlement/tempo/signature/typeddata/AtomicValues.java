package org.sessionsettlement.tempo.signature.typeddata;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.AbiWords;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/** Values of the atomic and dynamic types: as Java has them, or as JSON writes them. */
final class AtomicValues {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,78}");
  private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");

  private AtomicValues() {}

  static byte[] bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return AbiWords.uint(bool ? BigInteger.ONE : BigInteger.ZERO);
    }
    throw wrongKind();
  }

  static byte[] address(@Nullable Object value) {
    if (value instanceof Address address) {
      return AbiWords.address(address);
    }
    if (value instanceof String text) {
      try {
        return AbiWords.address(Address.parse(text));
      } catch (IllegalArgumentException noAddress) {
        throw wrongKind();
      }
    }
    throw wrongKind();
  }

  static byte[] string(@Nullable Object value) {
    if (value instanceof String text) {
      return Keccak256.hash(text.getBytes(StandardCharsets.UTF_8)).toArray();
    }
    throw wrongKind();
  }

  static byte[] bytes(@Nullable Object value) {
    return Keccak256.hash(byteString(value)).toArray();
  }

  /** Padded on the right, as the contract ABI does. */
  static byte[] fixedBytes(@Nullable Object value, int size) {
    Bytes bytes = byteString(value);
    if (bytes.size() != size) {
      throw new InvalidTypedDataException(TypedDataFault.WRONG_LENGTH, "");
    }
    return Arrays.copyOf(bytes.toArray(), AbiWords.WORD);
  }

  /** In two's complement. */
  static byte[] integer(@Nullable Object value, int bits, boolean signed) {
    BigInteger number = number(value);
    boolean fits =
        signed ? number.bitLength() < bits : number.signum() >= 0 && number.bitLength() <= bits;
    if (!fits) {
      throw new InvalidTypedDataException(TypedDataFault.OUT_OF_RANGE, "");
    }
    return AbiWords.uint(number.mod(BigInteger.ONE.shiftLeft(Byte.SIZE * AbiWords.WORD)));
  }

  private static BigInteger number(@Nullable Object value) {
    if (value instanceof BigInteger number) {
      return number;
    }
    if (value instanceof Long || value instanceof Integer) {
      return BigInteger.valueOf(((Number) value).longValue());
    }
    if (value instanceof String text && DECIMAL.matcher(text).matches()) {
      return new BigInteger(text);
    }
    if (value instanceof String text && QUANTITY.matcher(text).matches()) {
      return new BigInteger(text.substring(2), 16);
    }
    throw wrongKind();
  }

  private static Bytes byteString(@Nullable Object value) {
    if (value instanceof Bytes bytes) {
      return bytes;
    }
    if (value instanceof Hash32 hash) {
      return hash.bytes();
    }
    if (value instanceof String text && text.startsWith("0x")) {
      try {
        return Bytes.fromHex(text);
      } catch (IllegalArgumentException noHex) {
        throw wrongKind();
      }
    }
    throw wrongKind();
  }

  private static InvalidTypedDataException wrongKind() {
    return new InvalidTypedDataException(TypedDataFault.WRONG_KIND, "");
  }
}
