package org.sessionsettlement.tempo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A 20-byte account address; its text form carries the ERC-55 checksum. */
public final class Address {
  private static final int SIZE = 20;

  /** The zero address. */
  public static final Address ZERO = new Address(Bytes.of(new byte[SIZE]));

  private final Bytes bytes;

  /** Made when it is first asked for, as it takes a hash; making it twice does no harm. */
  private @Nullable String text;

  private Address(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * A copy of these 20 bytes.
   *
   * @throws IllegalArgumentException for any other length
   */
  public static Address of(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("an address has 20 bytes, not " + bytes.length);
    }
    return new Address(Bytes.of(bytes));
  }

  /**
   * Reads {@code 0x} and 40 digits. Text of one case is taken as it is; mixed case must carry a
   * right ERC-55 checksum, so that a mistyped address is not paid.
   *
   * @throws IllegalArgumentException when it is no address or its checksum is wrong
   */
  public static Address parse(String text) {
    if (!text.startsWith("0x") || text.length() != 2 + SIZE * 2) {
      throw new IllegalArgumentException("an address is 0x and 40 hex digits");
    }
    Address address = of(Hex.decode(text));
    String digits = text.substring(2);
    boolean mixed =
        !digits.equals(digits.toLowerCase(Locale.ROOT))
            && !digits.equals(digits.toUpperCase(Locale.ROOT));
    if (mixed && !address.toString().equals(text)) {
      throw new IllegalArgumentException("an address with a wrong ERC-55 checksum");
    }
    return address;
  }

  /** The address of the contract that {@code creator} creates with its own (protocol) nonce. */
  public static Address ofContract(Address creator, long nonce) {
    RlpWriter preimage = new RlpWriter();
    int list = preimage.begin();
    preimage.address(creator).integer(nonce).end(list);
    return lastTwentyOf(preimage.keccak256());
  }

  /** The last 20 bytes of a hash: how the address of a public key is made. */
  public static Address lastTwentyOf(Hash32 hash) {
    return new Address(hash.bytes().slice(12, 32));
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.toArray();
  }

  /** The same bytes as a byte string. */
  public Bytes bytes() {
    return bytes;
  }

  /** True for the zero address. */
  public boolean isZero() {
    return equals(ZERO);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  /** {@code 0x} and 40 lower-case digits, as used for keys and in JSON that is to be canonical. */
  public String toLowerHex() {
    return bytes.toString();
  }

  /** {@code 0x} and 40 digits with the ERC-55 checksum. */
  @Override
  public String toString() {
    String made = text;
    if (made == null) {
      made = checksummed();
      text = made;
    }
    return made;
  }

  private String checksummed() {
    char[] mixed = bytes.toString().toCharArray();
    byte[] digits = new String(mixed, 2, SIZE * 2).getBytes(StandardCharsets.US_ASCII);
    byte[] hash = Keccak256.hash(digits).toArray();
    for (int i = 0; i < SIZE * 2; i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
      mixed[2 + i] = nibble >= 8 ? Character.toUpperCase(mixed[2 + i]) : mixed[2 + i];
    }
    return new String(mixed);
  }
}
