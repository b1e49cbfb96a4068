package org.sessionsettlement.rules;

/**
 * The time each party is charged with in a no-show: missing while the other was there.
 *
 * @param hostMissingMs what the host is charged, in milliseconds
 * @param guestMissingMs what the guest is charged, in milliseconds
 */
public record Charges(long hostMissingMs, long guestMissingMs) {

  /**
   * @throws IllegalArgumentException if a charge is negative
   */
  public Charges {
    if (hostMissingMs < 0 || guestMissingMs < 0) {
      throw new IllegalArgumentException(
          "a charge is negative: host " + hostMissingMs + ", guest " + guestMissingMs);
    }
  }
}
