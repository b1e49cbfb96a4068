package org.sessionsettlement.controlplane.problem;

import java.time.Duration;
import java.util.Optional;

/**
 * One error as a value; {@code app} writes it as application/problem+json (RFC 9457).
 *
 * @param code the stable code
 * @param detail plain words about this occurrence; never a secret, never an internal message
 * @param retryAfter when asking again can help, where that is known
 */
public record Problem(ProblemCode code, String detail, Optional<Duration> retryAfter) {
  public Problem(ProblemCode code, String detail) {
    this(code, detail, Optional.empty());
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, code.title());
  }

  public Problem retryAfter(Duration wait) {
    return new Problem(code, detail, Optional.of(wait));
  }

  /** The problem as an exception, for the HTTP edge alone. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
