package org.sessionsettlement.tempo.keystore;

/**
 * The password is not the one of this keystore; or its ciphertext, salt or mac was changed, which
 * looks the same.
 */
public final class WrongPasswordException extends KeystoreException {
  private static final long serialVersionUID = 1L;

  WrongPasswordException() {
    super("the password does not open this keystore");
  }
}
