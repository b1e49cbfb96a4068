package org.sessionsettlement.client.call;

/** How long a call waits, and how often it tries. */
final class CallTimes {
  /** Between two attempts to join while the service says that it is too early. */
  static final long TOO_EARLY_PAUSE_MS = 5_000;

  /** Between two attempts to join while the service is away, or gives seats that do not last. */
  static final long JOIN_PAUSE_MS = 2_000;

  /** Attempts to join, whatever the reason: two hours of waiting for the join to open. */
  static final int JOIN_TRIES = 1_440;

  /** After this long without an answer over the signalling a heartbeat goes over HTTP. */
  static final long SOCKET_BEAT_PATIENCE_MS = 2_000;

  /** After a heartbeat that got no answer, to the next one. */
  static final long SILENCE_PAUSE_MS = 1_000;

  /** Between two attempts to leave. */
  static final long LEAVE_PAUSE_MS = 1_000;

  /** How long the host's side lets media come by themselves before it makes an offer. */
  static final long IMPOLITE_PATIENCE_MS = 2_000;

  /** The guest's side waits longer: the host's offer is then mostly there already. */
  static final long POLITE_PATIENCE_MS = 4_000;

  /** Between two further offers. */
  static final long OFFER_PAUSE_MS = 5_000;

  /** Offers that bring no media, while both are there, before those count as failed. */
  static final int OFFER_TRIES = 8;

  private CallTimes() {}
}
