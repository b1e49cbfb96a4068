package org.sessionsettlement.controlplane.booking;

import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.tempo.Address;

/** Reads the addresses that callers give. */
public final class Addresses {
  private Addresses() {}

  /**
   * The address.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code bad_address}
   */
  public static Address parse(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.BAD_ADDRESS, "An address is 0x and 40 hex digits")
          .asException();
    }
  }
}
