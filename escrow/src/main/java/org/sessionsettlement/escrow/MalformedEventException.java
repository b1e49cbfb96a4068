package org.sessionsettlement.escrow;

/** A log whose topic names an event of the escrow and whose topics or data are not that event's. */
public final class MalformedEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
