package org.sessionsettlement.controlplane.problem;

/**
 * One error as a value; {@code app} writes it as application/problem+json (RFC 9457).
 *
 * @param code the stable code
 * @param detail plain words about this occurrence; never a secret, never an internal message
 */
public record Problem(ProblemCode code, String detail) {
  public static Problem of(ProblemCode code) {
    return new Problem(code, code.title());
  }

  /** The problem as an exception, for the HTTP edge alone. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
