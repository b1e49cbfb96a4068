package org.sessionsettlement.cli.stack;

/**
 * The stack cannot be started, or is not there; the message is one line for the person who asked.
 */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackException(String message) {
    super(message);
  }

  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
