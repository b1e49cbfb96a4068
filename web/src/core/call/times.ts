/** How long a call waits, and how often it tries; the same as the Java client's. */
export const TIMES = {
  /** Between two attempts to join while the service says that it is too early. */
  tooEarlyPauseMs: 5_000,
  /** Between two attempts to join while the service is away. */
  joinPauseMs: 2_000,
  /** Attempts to join, of either kind: at least two hours of waiting for the join to open. */
  joinTries: 1_440,
  /** After a heartbeat that got no answer, to the next one. */
  silencePauseMs: 1_000,
  /** Between two attempts to leave. */
  leavePauseMs: 1_000,
  /** How long the host's side lets media come by themselves before it makes an offer. */
  impolitePatienceMs: 2_000,
  /** The guest's side waits longer: the host's offer is then mostly there already. */
  politePatienceMs: 4_000,
  /** Between two further offers. */
  offerPauseMs: 5_000,
  /** Offers that bring no media, while both are there, before the media count as failed. */
  offerTries: 8,
  /** A seat that was kept for so many heartbeats was not taken away by another device. */
  steadyBeats: 4,
  /** Seats lost in a row without ever being steady before another device is let win. */
  quickLosses: 3,
} as const;
