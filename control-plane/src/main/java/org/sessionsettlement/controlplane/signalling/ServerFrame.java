package org.sessionsettlement.controlplane.signalling;

import java.util.UUID;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.session.Ending;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The frames that are the service's own (docs/signalling.md, "From the service"). */
final class ServerFrame {
  static final String PEER_LEFT = of("peer_left").toString();
  static final String PEER_RECONNECTING = of("peer_reconnecting").toString();
  static final String SESSION_OVER = of("session_over").toString();
  static final String PEER_AWAY = error("peer_away", "nobody is there to take it");
  private static final String LEFT = "left";

  private ServerFrame() {}

  static String opened(long nowMs, long endsMs) {
    return of("opened").put("now_ms", nowMs).put("ends_ms", endsMs).toString();
  }

  static String peerJoined(UUID seat) {
    return of("peer_joined").put("connection_id", seat.toString()).toString();
  }

  static String heartbeatOk(long nowMs) {
    return of("heartbeat_ok").put("now_ms", nowMs).toString();
  }

  static String seatOver(Ending.Reason reason) {
    return switch (reason) {
      case LEFT -> seatOver(LEFT);
      case REPLACED -> seatOver(ProblemCode.CONNECTION_REPLACED.code());
      case SOCKET_CLOSED, LEASE_OVER, OUTAGE -> seatOver(ProblemCode.LEASE_OVER.code());
    };
  }

  static String seatOver(String code) {
    return of("seat_over").put("error", code).toString();
  }

  static String error(String code, String detail) {
    return of("error").put("error", code).put("detail", detail).toString();
  }

  private static ObjectNode of(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }
}
