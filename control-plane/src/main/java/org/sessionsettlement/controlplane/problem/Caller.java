package org.sessionsettlement.controlplane.problem;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.tempo.Address;

/** Who is asking: the wallet that the request's access token was given to. */
public final class Caller {
  private Caller() {}

  /**
   * The caller's wallet.
   *
   * @throws ProblemException {@code token_missing} when nobody signed in for this request
   */
  public static Address walletOf(@Nullable Principal principal) {
    if (principal == null) {
      throw new ProblemException(ProblemCode.TOKEN_MISSING);
    }
    return Address.parse(principal.getName());
  }
}
