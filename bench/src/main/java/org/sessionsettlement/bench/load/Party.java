package org.sessionsettlement.bench.load;

import org.sessionsettlement.tempo.Address;

/**
 * A host or guest: parties 2n and 2n + 1 are those of booking n + 1.
 *
 * @param token its access token
 */
record Party(int number, String token) {
  /** Wallets of the bench begin here, far from those that anybody has. */
  static final long FIRST_WALLET = 0x5e5510000L;

  static Address wallet(int number) {
    return Address.parse(String.format("0x%040x", FIRST_WALLET + number));
  }

  long booking() {
    return number / 2 + 1L;
  }

  int peer() {
    return number ^ 1;
  }

  String joinBody() {
    return "{\"booking_id\":" + booking() + "}";
  }

  @Override
  public String toString() {
    return "Party[" + number + "]";
  }
}
