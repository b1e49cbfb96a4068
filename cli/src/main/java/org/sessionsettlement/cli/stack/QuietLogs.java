package org.sessionsettlement.cli.stack;

/** Keeps libraries from writing their logs between the lines of a verb. */
public final class QuietLogs {
  private QuietLogs() {}

  /**
   * To be called before anything logs; the service, a process of its own, logs as it always does.
   */
  public static void choose() {
    System.setProperty("logback.configurationFile", "org/sessionsettlement/cli/logback-quiet.xml");
  }
}
