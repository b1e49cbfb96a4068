package org.sessionsettlement.controlplane.session;

/**
 * What a client says of its media connection. A client may say anything: it is shown to reviewers
 * and decides nothing.
 *
 * @param connected whether media flows, as the client has it
 * @param bytesSent since the media connection began
 * @param bytesReceived likewise
 */
public record MediaState(boolean connected, long bytesSent, long bytesReceived) {
  /** What every JSON reader keeps exactly (RFC 8259, section 6). */
  public static final long MOST_BYTES = (1L << 53) - 1;

  /**
   * @throws IllegalArgumentException if a count is negative or above {@link #MOST_BYTES}
   */
  public MediaState {
    requireCount(bytesSent);
    requireCount(bytesReceived);
  }

  private static void requireCount(long bytes) {
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("not a count of bytes: " + bytes);
    }
  }
}
