package org.sessionsettlement.cli.verb;

/** Why a verb stops; the message is one line for the person who asked, and holds no secret. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FAILED = 1;
  private static final int MISCONFIGURED = 2;

  private final String code;
  private final int exitCode;

  private Refusal(String code, String message, int exitCode) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }

  /** The configuration does not allow it, and nothing was sent. */
  public static Refusal misconfigured(String code, String message) {
    return new Refusal(code, message, MISCONFIGURED);
  }

  /** It was tried and failed. */
  public static Refusal failed(String code, String message) {
    return new Refusal(code, message, FAILED);
  }

  /** Stable, snake_case. */
  public String code() {
    return code;
  }

  /** 1 where it was tried, 2 where nothing was. */
  public int exitCode() {
    return exitCode;
  }
}
