package org.sessionsettlement.rules;

/** One of the two that a session is between. */
public enum Side {
  HOST,
  GUEST;

  /** The one that this is not. */
  public Side other() {
    return this == HOST ? GUEST : HOST;
  }
}
