package org.sessionsettlement.controlplane.problem;

/**
 * Carries a {@link Problem} to the HTTP edge. It is an answer, not a fault: it has no stack trace.
 */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code().code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(ProblemCode code) {
    this(Problem.of(code));
  }

  public Problem problem() {
    return problem;
  }
}
