package org.sessionsettlement.tempo.rpc.stream;

/** The chain was reorganized below every block that is remembered. */
final class LostTrackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostTrackException() {
    super("the chain was reorganized deeper than is remembered");
  }
}
