package org.sessionsettlement.cli.demo;

/** The demo cannot go on; the message is one line for the person who started it. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }

  DemoFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
