package org.sessionsettlement.controlplane.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** All that this process writes to standard output while it is open. */
final class ConsoleCapture implements AutoCloseable {
  private final PrintStream before = System.out;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  ConsoleCapture() {
    System.setOut(new PrintStream(written, true, UTF_8));
  }

  String text() {
    return written.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setOut(before);
  }
}
