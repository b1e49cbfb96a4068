package org.sessionsettlement.tempo.signature;

/**
 * Bytes that are no signature, or one that no key could have made. The message says which rule is
 * broken.
 */
public final class InvalidSignatureException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidSignatureException(String message) {
    super(message);
  }
}
