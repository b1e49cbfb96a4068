package org.sessionsettlement.controlplane.notice;

import java.util.Locale;

/** A way by which notices go out. */
public enum Channel {
  WEBHOOK,
  MAIL;

  /** As it is stored, and as meters name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
