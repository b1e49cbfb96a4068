package org.sessionsettlement.client.call;

/** The codes with which the service says that a seat is over. */
final class SeatEnds {
  /** Another device of the same wallet has joined. */
  static final String REPLACED = "connection_replaced";

  /** The seat was given up. */
  static final String LEFT = "left";

  private SeatEnds() {}

  /** Whether to join anew. */
  static boolean isLost(String code) {
    return code.equals("lease_over") || code.equals("connection_not_found");
  }

  static boolean isOver(String code) {
    return isLost(code) || code.equals(REPLACED) || code.equals(LEFT);
  }
}
