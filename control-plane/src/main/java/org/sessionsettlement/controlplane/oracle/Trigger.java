package org.sessionsettlement.controlplane.oracle;

import java.util.Locale;

/** Why a booking is evaluated now. */
public enum Trigger {
  /** The sweep found it due: the guarantee. */
  SWEEP,
  /** Its own task, at the instant that the rulebook named. */
  INSTANT,
  /** Its own task, some seconds after somebody left. */
  LEAVE,
  /** The operator asked. */
  OPERATOR;

  /** As logs, meters and traces have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
