package org.sessionsettlement.controlplane.db;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The mirror's writer tells every node that there is something new, or that something is gone. */
public final class MirrorNotice {
  public static final String CHANNEL = "mirror";

  private static final String NEWS = "news";
  private static final String BACK = "back";

  private final Notices notices;

  public MirrorNotice(JdbcClient jdbc) {
    this.notices = new Notices(jdbc);
  }

  /** Events were added; heard once the transaction commits. */
  public void added() {
    notices.send(CHANNEL, NEWS);
  }

  /** Events were taken back; heard once the transaction commits. */
  public void takenBack() {
    notices.send(CHANNEL, BACK);
  }

  /** Whether the text tells of events that were taken back. */
  public static boolean isBack(String text) {
    return text.equals(BACK);
  }
}
