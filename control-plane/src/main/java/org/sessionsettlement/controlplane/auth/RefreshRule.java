package org.sessionsettlement.controlplane.auth;

import java.time.Duration;
import java.util.OptionalLong;

/** What a presented refresh token brings (RFC 9700, section 4.14.2: rotation and reuse). */
final class RefreshRule {
  /** A client whose answer was lost asks again within this, and gets the same answer. */
  static final Duration LOST_ANSWER_GRACE = Duration.ofSeconds(30);

  private RefreshRule() {}

  enum Decision {
    ROTATE,
    REPEAT,
    EXPIRED,
    REUSED
  }

  /**
   * Decides.
   *
   * @param expiresMs the end of the sign-in
   * @param usedMs when this token was first used, if it was
   */
  static Decision decide(long expiresMs, OptionalLong usedMs, long nowMs) {
    if (nowMs >= expiresMs) {
      return Decision.EXPIRED;
    }
    if (usedMs.isEmpty()) {
      return Decision.ROTATE;
    }
    boolean inGrace = nowMs - usedMs.getAsLong() <= LOST_ANSWER_GRACE.toMillis();
    return inGrace ? Decision.REPEAT : Decision.REUSED;
  }
}
