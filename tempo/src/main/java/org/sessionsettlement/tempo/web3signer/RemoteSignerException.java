package org.sessionsettlement.tempo.web3signer;

import org.jspecify.annotations.Nullable;

/**
 * A remote signer gave no signature that can be used. Messages hold nothing of what was to be
 * signed, and of the signer's address the host alone.
 */
public abstract sealed class RemoteSignerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RemoteSignerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** No answer in time, or the signer says that it is broken (status 500 and above). */
  public static final class Unavailable extends RemoteSignerException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The signer does not have that key (status 404). */
  public static final class UnknownKey extends RemoteSignerException {
    private static final long serialVersionUID = 1L;

    UnknownKey(String key) {
      super("the remote signer has no key " + key, null);
    }
  }

  /** The signer does not take the request: malformed (status 400), or not allowed (401, 403). */
  public static final class Refused extends RemoteSignerException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("the remote signer refused with status " + status, null);
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /** The answer is no signature, one by another key, one with a high s, or too long. */
  public static final class MalformedAnswer extends RemoteSignerException {
    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
