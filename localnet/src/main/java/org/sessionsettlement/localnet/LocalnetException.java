package org.sessionsettlement.localnet;

/**
 * The local chain or one of its processes cannot do what was asked; the message says why, for the
 * developer.
 */
public final class LocalnetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalnetException(String message) {
    super(message);
  }

  public LocalnetException(String message, Throwable cause) {
    super(message, cause);
  }
}
