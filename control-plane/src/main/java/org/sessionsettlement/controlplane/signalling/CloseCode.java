package org.sessionsettlement.controlplane.signalling;

import java.util.Locale;

/**
 * Why the service closes a socket (docs/signalling.md, "Limits and close codes"; RFC 6455, 7.4).
 */
enum CloseCode {
  FRAME_TOO_LARGE(1009, "a frame is too large"),
  SEAT_OVER(4001, "the seat is over"),
  SUPERSEDED(4002, "a newer socket of this seat took over"),
  SILENT(4003, "silent for longer than a lease"),
  BAD_FRAME(4007, "not a frame of ours"),
  TOO_MUCH(4008, "too many frames, or too many bytes"),
  TOO_SLOW(4009, "too slow to take what is sent");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /** The stable code of the error frame that comes before it. */
  String error() {
    return name().toLowerCase(Locale.ROOT);
  }

  int number() {
    return number;
  }

  /** Plain words, at most 123 bytes. */
  String reason() {
    return reason;
  }
}
