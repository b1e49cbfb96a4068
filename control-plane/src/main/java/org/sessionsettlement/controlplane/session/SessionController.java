package org.sessionsettlement.controlplane.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Lease;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.tempo.Address;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The session API over HTTP. */
@RestController
public final class SessionController {
  private final Sessions sessions;
  private final Standings standings;
  private final BookingIds bookingIds;
  private final IceServers iceServers;

  public SessionController(
      Sessions sessions, Standings standings, BookingIds bookingIds, IceServers iceServers) {
    this.sessions = sessions;
    this.standings = standings;
    this.bookingIds = bookingIds;
    this.iceServers = iceServers;
  }

  record JoinRequest(@Nullable JsonNode bookingId, @Nullable JsonNode relayOnly) {}

  record ConnectionRequest(@Nullable JsonNode connectionId) {}

  record HeartbeatRequest(
      @Nullable JsonNode connectionId, @Nullable JsonNode media, @Nullable JsonNode standing) {
    /** A standing is computed for those alone who ask: most heartbeats need none. */
    boolean asksForStanding() {
      return standing != null && standing.asBoolean(false);
    }
  }

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
      List<IceServer> iceServers,
      String iceTransportPolicy,
      long nowMs) {
    static JoinedJson of(
        Connection connection, BookingView booking, List<IceServer> servers, boolean relayOnly) {
      return new JoinedJson(
          connection.id(),
          connection.joinedMs(),
          Lease.HEARTBEAT_EVERY.toMillis(),
          Lease.LENGTH_MS,
          connection.role().text(),
          SlotJson.of(booking),
          servers,
          relayOnly ? "relay" : "all",
          connection.joinedMs());
    }
  }

  record HeartbeatJson(
      boolean ok,
      long nowMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StandingJson standing) {}

  record LeftJson(boolean ok, long durationMs) {}

  @PostMapping("/session/join")
  JoinedJson join(@RequestBody JoinRequest request, @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var booking = bookingIds.parse(scalar(request.bookingId()));
    boolean relayOnly = relayOnly(request.relayOnly());
    if (relayOnly && !iceServers.canRelay()) {
      throw new ProblemException(ProblemCode.RELAY_UNAVAILABLE);
    }
    return switch (sessions.join(booking, wallet)) {
      case Sessions.JoinResult.Joined(var connection, var view) ->
          JoinedJson.of(connection, view, iceServers.of(view, wallet, relayOnly), relayOnly);
      case Sessions.JoinResult.Refused(var code) -> throw new ProblemException(code);
    };
  }

  /** Whoever asks for this hides an address: what is not plainly a boolean is not guessed at. */
  private static boolean relayOnly(@Nullable JsonNode node) {
    if (node == null) {
      return false;
    }
    if (!node.isBoolean()) {
      throw new Problem(ProblemCode.BAD_REQUEST, "relay_only is true or false").asException();
    }
    return node.booleanValue();
  }

  @PostMapping("/session/{booking}/heartbeat")
  HeartbeatJson heartbeat(
      @PathVariable("booking") String booking,
      @RequestBody HeartbeatRequest request,
      @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    var key = bookingIds.parse(booking);
    var connection = connectionId(request.connectionId());
    var media = MediaJson.read(request.media());
    return switch (sessions.heartbeat(key, wallet, connection, media)) {
      case Sessions.HeartbeatResult.Counted(long nowMs) ->
          new HeartbeatJson(true, nowMs, request.asksForStanding() ? standing(key, wallet) : null);
      case Sessions.HeartbeatResult.Refused(var code) -> throw new ProblemException(code);
    };
  }

  @GetMapping("/session/{booking}/standing")
  StandingJson standing(@PathVariable("booking") String booking, @Nullable Principal principal) {
    return standing(bookingIds.parse(booking), Caller.walletOf(principal));
  }

  private StandingJson standing(BookingKey key, Address wallet) {
    return switch (standings.of(key, wallet)) {
      case Standings.Result.Found found -> StandingJson.of(found);
      case Standings.Result.Refused(var code) -> throw new ProblemException(code);
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
        .leave(key, wallet, connectionId(request.connectionId()))
        .map(durationMs -> new LeftJson(true, durationMs))
        .orElseThrow(() -> new ProblemException(ProblemCode.CONNECTION_NOT_FOUND));
  }

  private static UUID connectionId(@Nullable JsonNode node) {
    try {
      return UUID.fromString(scalar(node));
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
