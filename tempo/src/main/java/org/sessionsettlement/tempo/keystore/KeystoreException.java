package org.sessionsettlement.tempo.keystore;

/** A keystore that gives no key. Messages hold nothing of the file, the password or the key. */
public abstract sealed class KeystoreException extends RuntimeException
    permits WrongPasswordException, MalformedKeystoreException {
  private static final long serialVersionUID = 1L;

  KeystoreException(String message) {
    super(message);
  }
}
