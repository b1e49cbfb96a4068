package org.sessionsettlement.tempo.signature.typeddata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.signature.PrimitiveSignature;

/**
 * Structured data to sign (EIP-712): immutable, and encoded when it is made, so that one that
 * exists can be signed.
 *
 * <p>Values are, for {@code uintN} and {@code intN}, a BigInteger, long, int, or a string of
 * decimal digits or of a hex quantity; for {@code bytes} and {@code bytesN}, Bytes, a Hash32 or hex
 * with {@code 0x}; for {@code address}, an Address or its text; a String, a Boolean; a List for an
 * array and a Map for a struct. No more of them than {@link TypedDataLimits} has.
 */
public final class TypedData {
  private static final int PREFIX = 2;
  private static final int HASH = 32;

  private final String primaryType;
  private final String encodedType;
  private final Hash32 domainSeparator;
  private final Hash32 structHash;

  private TypedData(
      Map<String, List<TypedField>> declared,
      String primaryType,
      Map<?, ?> domain,
      Map<?, ?> message) {
    Map<String, List<TypedField>> all = new LinkedHashMap<>(declared);
    all.putIfAbsent(TypedDataDomain.STRUCT, TypedDataDomain.fields(domain));
    StructTypes types = new StructTypes(all);
    StructHasher hasher = new StructHasher(types);
    this.primaryType = primaryType;
    this.encodedType = types.encodeType(primaryType);
    this.domainSeparator = hashed(hasher, TypedDataDomain.STRUCT, domain, "domain");
    this.structHash = hashed(hasher, primaryType, isDomainOnly() ? domain : message, "message");
    if (isDomainOnly() && !message.isEmpty()) {
      throw new InvalidTypedDataException(TypedDataFault.EXTRA_MEMBER, "message");
    }
  }

  private static Hash32 hashed(StructHasher hasher, String struct, Map<?, ?> data, String place) {
    try {
      return hasher.hash(struct, data);
    } catch (InvalidTypedDataException wrong) {
      throw wrong.within(place);
    }
  }

  /**
   * Data of these types.
   *
   * @param declared every struct; {@code EIP712Domain} may be left out for a domain of the EIP's
   *     own members
   * @throws InvalidTypedDataException saying what is wrong, and where
   */
  static TypedData of(
      Map<String, List<TypedField>> declared,
      String primaryType,
      Map<?, ?> domain,
      Map<?, ?> message) {
    return new TypedData(declared, primaryType, domain, message);
  }

  /**
   * Reads the document that wallets are given (the parameter of {@code eth_signTypedData_v4}).
   * Numbers may be JSON's, of any size; a number with a fraction or an exponent is none.
   *
   * @throws InvalidTypedDataException saying what is wrong, and where
   */
  public static TypedData parse(String json) {
    return TypedDataJson.read(json);
  }

  /** Collects a document whose message is of this struct. */
  public static Builder builder(String primaryType) {
    return new Builder(primaryType);
  }

  /** The struct of the message. */
  public String primaryType() {
    return primaryType;
  }

  /** The message's struct and those that it refers to, sorted (EIP-712, encodeType). */
  public String encodeType() {
    return encodedType;
  }

  /** hashStruct(domain). */
  public Hash32 domainSeparator() {
    return domainSeparator;
  }

  /** hashStruct(message). */
  public Hash32 structHash() {
    return structHash;
  }

  /**
   * What is hashed and signed: 0x1901 || domainSeparator || hashStruct(message). Of a document
   * whose primary type is the domain itself, the last part is left out, as wallets do.
   */
  public Bytes signingPayload() {
    byte[] payload = new byte[PREFIX + 2 * HASH];
    payload[0] = 0x19;
    payload[1] = 0x01;
    domainSeparator.bytes().copyTo(payload, PREFIX);
    structHash.bytes().copyTo(payload, PREFIX + HASH);
    return Bytes.of(isDomainOnly() ? Arrays.copyOf(payload, PREFIX + HASH) : payload);
  }

  private boolean isDomainOnly() {
    return primaryType.equals(TypedDataDomain.STRUCT);
  }

  /** The keccak-256 of {@link #signingPayload}. */
  public Hash32 hash() {
    return Keccak256.hash(signingPayload());
  }

  /**
   * Who signed this, with any kind of key.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when these bytes are no
   *     signature over it
   */
  public Address recover(Bytes signature) {
    return PrimitiveSignature.decode(signature).recover(hash());
  }

  /** The struct's name and the hash; the message is not shown. */
  @Override
  public String toString() {
    return "TypedData[" + primaryType + ", " + hash() + "]";
  }

  /** Collects types, domain and message; not safe for several threads. */
  public static final class Builder {
    private final String primaryType;
    private final Map<String, List<TypedField>> types = new LinkedHashMap<>();
    private Map<String, ?> domain = Map.of();
    private Map<String, ?> message = Map.of();

    private Builder(String primaryType) {
      this.primaryType = primaryType;
    }

    /**
     * Declares a struct, its members in their order.
     *
     * @throws InvalidTypedDataException when it is declared already
     */
    public Builder struct(String name, TypedField... fields) {
      if (types.putIfAbsent(name, List.of(fields)) != null) {
        throw new InvalidTypedDataException(TypedDataFault.DECLARED_TWICE, "").within(name);
      }
      return this;
    }

    /** The application. */
    public Builder domain(TypedDataDomain value) {
      domain = value.members();
      return this;
    }

    /** The members of the message and their values. */
    public Builder message(Map<String, ?> value) {
      message = value;
      return this;
    }

    /**
     * The document.
     *
     * @throws InvalidTypedDataException saying what is wrong, and where
     */
    public TypedData build() {
      return of(types, primaryType, domain, message);
    }
  }
}
