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
   * @param heartbeatEveryMs how often to send a heartbeat
   * @param leaseMs after this long without one the seat is lost
   * @param role {@code host} or {@code guest}
   */
  public record Joined(
      String bookingId,
      String connectionId,
      long joinedAtMs,
      long heartbeatEveryMs,
      long leaseMs,
      String role) {}

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
   * booking_not_active, bad_booking_id.
   *
   * @param bookingId an id of the service's default escrow, or {@code <escrow address>-<id>}
   */
  public ApiResult<Joined> join(String bookingId) {
    return signIn.withToken(
        token ->
            exchange.post(
                "/session/join",
                token,
                Map.of("booking_id", bookingId),
                answer -> joined(bookingId, answer)));
  }

  /**
   * Keeps the seat; the service's time in milliseconds. Codes: lease_over (join anew),
   * connection_not_found.
   */
  public ApiResult<Long> heartbeat(Joined seat) {
    return signIn.withToken(
        token ->
            exchange.post(
                path(seat, "heartbeat"),
                token,
                connection(seat),
                answer -> answer.get("now_ms").number()));
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

  private static String path(Joined seat, String verb) {
    return "/session/" + seat.bookingId() + "/" + verb;
  }

  private static Map<String, String> connection(Joined seat) {
    return Map.of("connection_id", seat.connectionId());
  }

  private static Joined joined(String bookingId, JsonValue answer) {
    return new Joined(
        bookingId,
        answer.get("connection_id").text(),
        answer.get("joined_at_ms").number(),
        answer.get("heartbeat_every_ms").number(),
        answer.get("lease_ms").number(),
        answer.get("role").text());
  }

  /** For the other APIs of this package. */
  Exchange exchange() {
    return exchange;
  }

  <T> ApiResult<T> signedIn(Function<Optional<String>, ApiResult<T>> request) {
    return signIn.withToken(request);
  }
}
