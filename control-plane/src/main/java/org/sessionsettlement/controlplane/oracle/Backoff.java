package org.sessionsettlement.controlplane.oracle;

/** How long to wait after a step that failed, and when to stop trying. */
final class Backoff {
  /** While the chain is away nothing is held against a submission. */
  static final long CHAIN_AWAY_MS = 1_000;

  private static final long FIRST_MS = 500;
  private static final long MOST_MS = 30_000;
  private static final int DOUBLINGS = 6;
  private static final int KEEPER_ATTEMPTS = 12;

  private Backoff() {}

  static long pauseMs(int attempts) {
    return Math.min(MOST_MS, FIRST_MS << Math.clamp(attempts - 1, 0, DOUBLINGS));
  }

  /** An attestation is tried until its window is over; what anybody may do, a few minutes. */
  static boolean isExhausted(Intent intent, int attempts) {
    return !(intent instanceof Intent.Attest) && attempts >= KEEPER_ATTEMPTS;
  }
}
