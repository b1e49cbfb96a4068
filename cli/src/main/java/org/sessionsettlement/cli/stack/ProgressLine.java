package org.sessionsettlement.cli.stack;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Shows progress on standard error: one line that is written over on a terminal, plain lines
 * anywhere else.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";

  private ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard error. */
  public static ProgressLine onStandardError() {
    return new ProgressLine(
        System.err, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  @Override
  public synchronized void now(String phrase) {
    if (terminal) {
      out.print(WIPE + phrase + " ...");
      out.flush();
    } else if (!subject(phrase).equals(subject(shown))) {
      out.println(subject(phrase));
    }
    shown = phrase;
  }

  /** What comes before the first comma changes seldom; the rest is for a terminal. */
  private static String subject(String phrase) {
    int comma = phrase.indexOf(',');
    return comma < 0 ? phrase : phrase.substring(0, comma);
  }

  /** Wipes the line; what comes next begins a new one. */
  public synchronized void wipe() {
    if (terminal && !shown.isEmpty()) {
      out.print(WIPE);
      out.flush();
    }
    shown = "";
  }

  @Override
  public void close() {
    wipe();
  }
}
