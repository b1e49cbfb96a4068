package org.sessionsettlement.controlplane.auth;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.sessionsettlement.controlplane.problem.ProblemCode;

/**
 * What a message must say before its signature is looked at (ERC-4361, "Verifying a signed
 * Message"). The first check that fails answers. When it was issued is the client's clock, and is
 * not asked.
 */
final class SignInRule {
  private SignInRule() {}

  static Optional<ProblemCode> refusal(SignInMessage message, Site site, Instant now) {
    if (!madeFor(message, site)) {
      return Optional.of(ProblemCode.WRONG_DOMAIN);
    }
    if (!message.chainId().equals(BigInteger.valueOf(site.chainId()))) {
      return Optional.of(ProblemCode.WRONG_CHAIN);
    }
    return validAt(message, now) ? Optional.empty() : Optional.of(ProblemCode.MESSAGE_EXPIRED);
  }

  private static boolean madeFor(SignInMessage message, Site site) {
    boolean scheme = message.scheme().map(site.uri().getScheme()::equalsIgnoreCase).orElse(true);
    return scheme
        && message.domain().equalsIgnoreCase(site.domain())
        && site.isOriginOf(message.uri());
  }

  private static boolean validAt(SignInMessage message, Instant now) {
    return message.expirationTime().map(now::isBefore).orElse(true)
        && message.notBefore().map(start -> !now.isBefore(start)).orElse(true);
  }
}
