package org.sessionsettlement.controlplane.session;

import java.util.Locale;
import org.sessionsettlement.rules.Side;

/** Which of the two a connection belongs to. */
public enum Role {
  HOST,
  GUEST;

  /** As in the database and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As the rulebook has it. */
  Side side() {
    return this == HOST ? Side.HOST : Side.GUEST;
  }

  static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
