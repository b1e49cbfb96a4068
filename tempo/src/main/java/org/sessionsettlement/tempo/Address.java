package org.sessionsettlement.tempo;

import java.util.Locale;

/** Stand-in until the tempo module lands. */
public final class Address {
  private final String hex;

  private Address(String hex) {
    this.hex = hex;
  }

  public static Address parse(String text) {
    if (!text.matches("0x[0-9a-fA-F]{40}")) {
      throw new IllegalArgumentException("not an address");
    }
    return new Address(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address && address.hex.equals(hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  @Override
  public String toString() {
    return hex;
  }
}
