package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Map;
import org.sessionsettlement.client.call.Quality;

/**
 * What libwebrtc counts of one connection (W3C WebRTC Statistics): the sums over its streams.
 *
 * @param roundTripMs as the peer's last report says; 0 before the first
 */
record LinkStats(
    long bytesSent, long bytesReceived, long packetsReceived, long packetsLost, long roundTripMs) {
  private static final int PERCENT = 100;
  private static final double MILLIS = 1_000;

  static LinkStats of(RTCStatsReport report) {
    Map<String, RTCStats> all = report.getStats();
    return new LinkStats(
        (long) sum(all, RTCStatsType.OUTBOUND_RTP, "bytesSent"),
        (long) sum(all, RTCStatsType.INBOUND_RTP, "bytesReceived"),
        (long) sum(all, RTCStatsType.INBOUND_RTP, "packetsReceived"),
        (long) sum(all, RTCStatsType.INBOUND_RTP, "packetsLost"),
        Math.round(MILLIS * sum(all, RTCStatsType.REMOTE_INBOUND_RTP, "roundTripTime")));
  }

  Quality quality() {
    long packets = packetsReceived + packetsLost;
    long lossPercent = packets == 0 ? 0 : PERCENT * packetsLost / packets;
    return new Quality(Math.toIntExact(roundTripMs), Math.toIntExact(Math.max(0, lossPercent)));
  }

  private static double sum(Map<String, RTCStats> all, RTCStatsType type, String name) {
    return all.values().stream()
        .filter(stats -> stats.getType() == type)
        .map(stats -> stats.getAttributes().get(name))
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .sum();
  }
}
