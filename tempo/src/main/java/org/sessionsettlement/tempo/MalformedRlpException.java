package org.sessionsettlement.tempo;

/** Bytes that are no canonical RLP, or not of the shape that was asked for. */
public final class MalformedRlpException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public MalformedRlpException(String message) {
    super(message);
  }
}
