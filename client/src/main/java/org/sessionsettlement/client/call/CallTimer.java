package org.sessionsettlement.client.call;

/** What a call waits for. At most one of each runs. */
enum CallTimer {
  /** To ask for the seat again. */
  JOIN,
  /** To say that one is there. */
  HEARTBEAT,
  /** For media that do not flow, or an offer that nobody answers. */
  MEDIA,
  /** To say again that one has left. */
  LEAVE,
  /** After which the service has ended the seat by itself. */
  LEASE
}
