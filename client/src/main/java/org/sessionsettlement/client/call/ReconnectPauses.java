package org.sessionsettlement.client.call;

/** How long a signalling socket that is down waits for the next attempt to open one. */
final class ReconnectPauses {
  /** Before the second attempt in a row; doubles each time. */
  static final long FIRST_MS = 250;

  /** No pause is longer: the peer takes one who is away for longer for gone. */
  static final long LONGEST_MS = 5_000;

  /** After a close that says that this client was at fault. */
  static final long AT_FAULT_MS = 2_000;

  private static final int MOST_DOUBLINGS = 10;
  private static final int MESSAGE_TOO_BIG = 1009;
  private static final int NOT_OURS = 4007;
  private static final int TOO_MANY = 4008;

  private ReconnectPauses() {}

  /**
   * The pause before an attempt.
   *
   * @param failures sockets in a row that did not last until a heartbeat was taken
   * @param closeCode of the last one (RFC 6455, section 7.4; docs/signalling.md)
   */
  static long beforeMs(int failures, int closeCode) {
    if (closeCode == MESSAGE_TOO_BIG || closeCode == NOT_OURS || closeCode == TOO_MANY) {
      return Math.max(AT_FAULT_MS, growing(failures));
    }
    return growing(failures);
  }

  private static long growing(int failures) {
    return failures == 0
        ? 0
        : Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
