package org.sessionsettlement.tempo.signature;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of keys that Tempo knows. */
public enum KeyType {
  SECP256K1(0),
  P256(1),
  WEBAUTHN(2);

  private final int number;

  KeyType(int number) {
    this.number = number;
  }

  /** Its number on the wire. */
  public int number() {
    return number;
  }

  /** The kind of this number; empty for one that is not known. */
  public static Optional<KeyType> of(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }
}
