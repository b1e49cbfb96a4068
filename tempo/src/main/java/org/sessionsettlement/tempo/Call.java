package org.sessionsettlement.tempo;

import java.math.BigInteger;
import java.util.Optional;

/**
 * One call of a transaction.
 *
 * @param to the contract, or empty to create one
 * @param value native value; Tempo has no native coin and refuses everything above 0
 * @param input calldata, or creation code
 */
public record Call(Optional<Address> to, BigInteger value, Bytes input) {
  /** A call without value. */
  public static Call to(Address to, Bytes input) {
    return new Call(Optional.of(to), BigInteger.ZERO, input);
  }

  /** Creates a contract from its creation code and encoded constructor arguments. */
  public static Call create(Bytes creationCode) {
    return new Call(Optional.empty(), BigInteger.ZERO, creationCode);
  }

  /** True when it creates a contract. */
  public boolean isCreate() {
    return to.isEmpty();
  }
}
