package org.sessionsettlement.escrow;

/** What a request is in; the contract's {@code SessionRequestStatus}, in its order. */
public enum RequestStatus {
  /** There is no such request. */
  NONE,
  OPEN,
  CANCELLED,
  ACCEPTED
}
