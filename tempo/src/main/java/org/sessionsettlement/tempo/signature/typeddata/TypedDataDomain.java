package org.sessionsettlement.tempo.signature.typeddata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Hash32;

/**
 * For which application a signature is good (EIP-712, EIP712Domain); what is absent does not enter
 * the separator.
 */
public record TypedDataDomain(
    Optional<String> name,
    Optional<String> version,
    Optional<BigInteger> chainId,
    Optional<Address> verifyingContract,
    Optional<Hash32> salt) {
  /** The struct's name. */
  static final String STRUCT = "EIP712Domain";

  private static final List<TypedField> FIELDS =
      List.of(
          new TypedField("name", "string"),
          new TypedField("version", "string"),
          new TypedField("chainId", "uint256"),
          new TypedField("verifyingContract", "address"),
          new TypedField("salt", "bytes32"));

  /** An application that is a contract, the usual case. */
  public static TypedDataDomain of(
      String name, String version, long chainId, Address verifyingContract) {
    return new TypedDataDomain(
        Optional.of(name),
        Optional.of(version),
        Optional.of(BigInteger.valueOf(chainId)),
        Optional.of(verifyingContract),
        Optional.empty());
  }

  /** An application without a contract. */
  public static TypedDataDomain of(String name, String version, long chainId) {
    return new TypedDataDomain(
        Optional.of(name),
        Optional.of(version),
        Optional.of(BigInteger.valueOf(chainId)),
        Optional.empty(),
        Optional.empty());
  }

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    name.ifPresent(value -> members.put("name", value));
    version.ifPresent(value -> members.put("version", value));
    chainId.ifPresent(value -> members.put("chainId", value));
    verifyingContract.ifPresent(value -> members.put("verifyingContract", value));
    salt.ifPresent(value -> members.put("salt", value));
    return members;
  }

  /** The struct for a domain with these members, in the order that the EIP demands. */
  static List<TypedField> fields(Map<?, ?> members) {
    List<TypedField> fields = new ArrayList<>(FIELDS);
    fields.removeIf(field -> !members.containsKey(field.name()));
    return fields;
  }
}
