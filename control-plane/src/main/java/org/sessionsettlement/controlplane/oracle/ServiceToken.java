package org.sessionsettlement.controlplane.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;

/** The operator's token, compared in a time that does not tell how much of it was right. */
public final class ServiceToken {
  public static final String HEADER = "x-service-token";

  private final byte[] expected;

  public ServiceToken(String expected) {
    this.expected = expected.getBytes(StandardCharsets.UTF_8);
  }

  public boolean matches(@Nullable String given) {
    return given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lets the operator pass.
   *
   * @throws ProblemException {@code service_token_missing} or {@code service_token_invalid}
   */
  public void require(@Nullable String given) {
    if (given == null) {
      throw new ProblemException(ProblemCode.SERVICE_TOKEN_MISSING);
    }
    if (!matches(given)) {
      throw new ProblemException(ProblemCode.SERVICE_TOKEN_INVALID);
    }
  }
}
