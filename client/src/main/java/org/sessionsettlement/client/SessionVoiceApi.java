package org.sessionsettlement.client;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.rpc.JsonValue;

/**
 * A party's line to the session service: sign in, join, heartbeat, leave.
 *
 * <p>Signing in, and refreshing what it brought, happens by itself where a request needs it.
 * Requests are repeated, within {@link RetryPolicy}, only where a second arrival does no harm: a
 * join takes the seat anew, heartbeat and leave say the same again. Safe for use by several
 * threads.
 */
public final class SessionVoiceApi {
  private static final long MILLIS = 1_000;

  private final Exchange exchange;
  private final SignIn signIn;

  /**
   * The line of one wallet to one service.
   *
   * @param nowMs the app's clock; it dates the sign-in message and measures how long a token lasts
   */
  public SessionVoiceApi(
      ServiceAddress service,
      ApiTransport transport,
      RetryPolicy retry,
      Account wallet,
      LongSupplier nowMs) {
    this.exchange = new Exchange(service.baseUrl(), transport, retry);
    this.signIn = new SignIn(service, exchange, wallet, nowMs);
  }

  /**
   * A seat in a session.
   *
   * @param connectionId names this connection in heartbeats and in the leave
   * @param joinedAtMs by the service's time, as is {@code endsMs}
   * @param endsMs when the slot is over
   * @param heartbeatEveryMs how often to send a heartbeat
   * @param leaseMs after this long without one the seat is lost
   * @param role {@code host} or {@code guest}
   * @param ice how to connect to the peer
   */
  public record Joined(
      String bookingId,
      String connectionId,
      long joinedAtMs,
      long endsMs,
      long heartbeatEveryMs,
      long leaseMs,
      String role,
      IceSettings ice) {}

  /** Signs in now rather than with the first request. Codes: see the service's /auth/verify. */
  public ApiResult<Boolean> signIn() {
    return signIn.token().map(token -> true);
  }

  /** Ends the sign-in; the next request signs in anew. */
  public ApiResult<Boolean> signOut() {
    return signIn.signOut();
  }

  /**
   * Takes one's seat; an older connection of the same wallet ends.
   *
   * <p>Codes: booking_not_found, not_a_participant, too_early_to_join, session_over,
   * booking_not_active, bad_booking_id, relay_unavailable (relay only, and there is no TURN
   * server).
   */
  public ApiResult<Joined> join(JoinRequest request) {
    return signIn.withToken(
        token ->
            exchange.post(
                "/session/join", token, request.toJson(), answer -> joined(request, answer)));
  }

  /** Takes one's seat, letting media go the shortest way. */
  public ApiResult<Joined> join(String bookingId) {
    return join(JoinRequest.of(bookingId));
  }

  /**
   * Keeps the seat; the service's time in milliseconds. Codes: lease_over (join anew),
   * connection_replaced (the wallet has joined elsewhere), connection_not_found.
   */
  public ApiResult<Long> heartbeat(Joined seat) {
    return heartbeat(seat, connection(seat));
  }

  /** Keeps the seat, and says how the media stand. Codes as without that. */
  public ApiResult<Long> heartbeat(Joined seat, MediaCounts media) {
    return heartbeat(seat, Map.of("connection_id", seat.connectionId(), "media", media.toJson()));
  }

  private ApiResult<Long> heartbeat(Joined seat, Map<String, ?> body) {
    return signIn.withToken(
        token ->
            exchange.post(
                path(seat, "heartbeat"), token, body, answer -> answer.get("now_ms").number()));
  }

  /**
   * Gives the seat up; how long the connection lasted, in milliseconds. Repeating it changes
   * nothing.
   */
  public ApiResult<Long> leave(Joined seat) {
    return signIn.withToken(
        token ->
            exchange.post(
                path(seat, "leave"),
                token,
                connection(seat),
                answer -> answer.get("duration_ms").number()));
  }

  /**
   * How the session stands for this wallet: to be asked now and then, not with every heartbeat.
   *
   * <p>Codes: booking_not_found, not_a_participant, bad_booking_id.
   */
  public ApiResult<LiveStanding> standing(String bookingId) {
    return signIn.withToken(
        token ->
            exchange.get(
                "/session/" + bookingId + "/standing",
                token,
                Exchange.readJson(LiveStanding::read)));
  }

  /**
   * Opens the seat's signalling socket (docs/signalling.md), once; asks for it with a new token
   * where the service no longer takes the old one. Codes: as for a heartbeat.
   *
   * @param sockets asks for the upgrade and blocks for as long as that takes; answers with status
   *     101 where the socket is open, else with what the service answered
   */
  public ApiResult<Boolean> openSignalling(Joined seat, ApiTransport sockets) {
    String path = path(seat, "signal") + "?connection=" + seat.connectionId();
    return signIn.withToken(token -> exchange.upgrade(path, token, sockets));
  }

  private static String path(Joined seat, String verb) {
    return "/session/" + seat.bookingId() + "/" + verb;
  }

  private static Map<String, String> connection(Joined seat) {
    return Map.of("connection_id", seat.connectionId());
  }

  private static Joined joined(JoinRequest request, JsonValue answer) {
    return new Joined(
        request.bookingId(),
        answer.get("connection_id").text(),
        answer.get("joined_at_ms").number(),
        answer.get("slot").get("end_s").number() * MILLIS,
        answer.get("heartbeat_every_ms").number(),
        answer.get("lease_ms").number(),
        answer.get("role").text(),
        IceSettings.read(answer, request.relayOnly()));
  }

  /** For the other APIs of this package. */
  Exchange exchange() {
    return exchange;
  }

  <T> ApiResult<T> signedIn(Function<Optional<String>, ApiResult<T>> request) {
    return signIn.withToken(request);
  }
}
