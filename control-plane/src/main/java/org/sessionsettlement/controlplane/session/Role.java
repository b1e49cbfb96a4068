package org.sessionsettlement.controlplane.session;

import java.util.Locale;

/** Which of the two a connection belongs to. */
public enum Role {
  HOST,
  GUEST;

  /** As in the database and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
