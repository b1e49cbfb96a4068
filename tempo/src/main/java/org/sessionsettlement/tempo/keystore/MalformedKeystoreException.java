package org.sessionsettlement.tempo.keystore;

/**
 * A file that is no keystore of version 3, asks for a cipher or a derivation that is not there, or
 * for more work than is done ({@link KeystoreLimits}).
 */
public final class MalformedKeystoreException extends KeystoreException {
  private static final long serialVersionUID = 1L;

  MalformedKeystoreException(String message) {
    super(message);
  }
}
