package org.sessionsettlement.client;

import java.util.Map;

/**
 * What a client says of its media with a heartbeat: for people who review a session, it decides
 * nothing.
 *
 * @param connected whether media flow now
 * @param bytesSent to the peer, on the present connection
 * @param bytesReceived from the peer, on the present connection
 */
public record MediaCounts(boolean connected, long bytesSent, long bytesReceived) {
  /** Before there is a connection. */
  public static final MediaCounts NONE = new MediaCounts(false, 0, 0);

  public MediaCounts {
    if (bytesSent < 0 || bytesReceived < 0) {
      throw new IllegalArgumentException("bytes below 0: " + bytesSent + ", " + bytesReceived);
    }
  }

  /** The member {@code media} of a heartbeat, over HTTP and over the signalling alike. */
  public Map<String, Object> toJson() {
    return Map.of("connected", connected, "bytes_sent", bytesSent, "bytes_received", bytesReceived);
  }
}
