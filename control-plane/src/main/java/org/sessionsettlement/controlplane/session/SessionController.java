package org.sessionsettlement.controlplane.session;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The session API over HTTP. */
@RestController
public final class SessionController {
  private final Sessions sessions;
  private final BookingIds bookingIds;

  public SessionController(Sessions sessions, BookingIds bookingIds) {
    this.sessions = sessions;
    this.bookingIds = bookingIds;
  }

  record JoinRequest(@Nullable JsonNode bookingId) {}

  record ConnectionRequest(@Nullable JsonNode connectionId) {}

  record SlotJson(long startS, long endS, long graceMins, int minOverlapMins) {
    static SlotJson of(BookingView booking) {
      var slot = booking.slot();
      return new SlotJson(
          slot.startTimeSeconds(),
          slot.startTimeSeconds() + slot.durationMins() * 60L,
          slot.graceMins(),
          slot.minOverlapMins());
    }
  }

  record JoinedJson(
      UUID connectionId,
      long joinedAtMs,
      long heartbeatEveryMs,
      long leaseMs,
      String role,
      SlotJson slot,
      long nowMs) {
    static JoinedJson of(Connection connection, BookingView booking) {
      return new JoinedJson(
          connection.id(),
          connection.joinedMs(),
          Lease.HEARTBEAT_EVERY.toMillis(),
          Lease.LENGTH_MS,
          connection.role().text(),
          SlotJson.of(booking),
          connection.joinedMs());
    }
  }

  record HeartbeatJson(boolean ok, long nowMs) {}

  record LeftJson(boolean ok, long durationMs) {}

  @PostMapping("/session/join")
  JoinedJson join(@RequestBody JoinRequest request, @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var booking = bookingIds.parse(scalar(request.bookingId()));
    return switch (sessions.join(booking, wallet)) {
      case Sessions.JoinResult.Joined(var connection, var view) -> JoinedJson.of(connection, view);
      case Sessions.JoinResult.Refused(var code) -> throw new ProblemException(code);
    };
  }

  @PostMapping("/session/{booking}/heartbeat")
  HeartbeatJson heartbeat(
      @PathVariable("booking") String booking,
      @RequestBody ConnectionRequest request,
      @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var key = bookingIds.parse(booking);
    return switch (sessions.heartbeat(key, wallet, connectionId(request))) {
      case Sessions.HeartbeatResult.Counted(long nowMs) -> new HeartbeatJson(true, nowMs);
      case Sessions.HeartbeatResult.Refused(var code) -> throw new ProblemException(code);
    };
  }

  @PostMapping("/session/{booking}/leave")
  LeftJson leave(
      @PathVariable("booking") String booking,
      @RequestBody ConnectionRequest request,
      @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var key = bookingIds.parse(booking);
    return sessions
        .leave(key, wallet, connectionId(request))
        .map(durationMs -> new LeftJson(true, durationMs))
        .orElseThrow(() -> new ProblemException(ProblemCode.CONNECTION_NOT_FOUND));
  }

  private static UUID connectionId(ConnectionRequest request) {
    try {
      return UUID.fromString(scalar(request.connectionId()));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.CONNECTION_NOT_FOUND);
    }
  }

  /** A string, or a whole number as its digits; anything else names nothing. */
  private static String scalar(@Nullable JsonNode node) {
    return Optional.ofNullable(node)
        .filter(value -> value.isString() || value.isIntegralNumber())
        .map(JsonNode::asString)
        .orElse("");
  }
}
