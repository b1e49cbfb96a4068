package org.sessionsettlement.client.call;

/**
 * One way on which a side may be reached (W3C WebRTC, {@code RTCIceCandidateInit}).
 *
 * @param candidate the candidate-attribute (RFC 8839, section 5.1); empty where there are no more
 * @param sdpMid the media section that it belongs to; empty where only the index says so
 * @param sdpMLineIndex that section's place in the description, from 0
 */
public record IceCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
  public IceCandidate {
    if (sdpMLineIndex < 0) {
      throw new IllegalArgumentException("a media section's place below 0: " + sdpMLineIndex);
    }
  }
}
