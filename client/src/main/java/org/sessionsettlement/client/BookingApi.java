package org.sessionsettlement.client;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.client.ApiTransport.Response;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** What the service says about a booking. Reads only, so every request is safe to repeat. */
public final class BookingApi {
  private final SessionVoiceApi session;

  /** Reads as the wallet of that session API. */
  public BookingApi(SessionVoiceApi session) {
    this.session = session;
  }

  /**
   * The chain's view of a booking; public.
   *
   * @param amountUnits token units
   * @param json the whole answer
   */
  public record BookingSummary(
      String escrow,
      String bookingId,
      String host,
      String guest,
      String amountUnits,
      String status,
      String json) {}

  /** One event of the booking on chain. */
  public record TimelineEvent(String name, long atSeconds, long block, String txHash) {}

  /**
   * Why the booking stands where it stands; for its parties.
   *
   * @param status the booking's
   * @param summary plain words
   * @param outcome what was decided, if anything was
   * @param decidedAtMs when it was decided, by the rulebook's time
   * @param json the whole answer
   */
  public record Explanation(
      String status,
      String summary,
      Optional<String> outcome,
      Optional<Long> decidedAtMs,
      String json) {}

  /**
   * The exact bytes that metricsHash commits to.
   *
   * @param hash as the service states it, 0x hex; recompute it to check
   */
  public record Metrics(String canonicalJson, String hash) {}

  /** Codes: booking_not_found, bad_booking_id. */
  public ApiResult<BookingSummary> booking(String bookingId) {
    return publicRead("/bookings/" + bookingId, BookingApi::summary);
  }

  /** The booking's events in the chain's order. Codes: booking_not_found, bad_booking_id. */
  public ApiResult<List<TimelineEvent>> timeline(String bookingId) {
    return publicRead(
        "/bookings/" + bookingId + "/timeline",
        Exchange.readJson(
            answer ->
                answer.get("events").items().stream().map(BookingApi::event).collect(toList())));
  }

  /** Codes: booking_not_found, not_a_participant. */
  public ApiResult<Explanation> explanation(String bookingId) {
    return partyRead("/bookings/" + bookingId + "/explanation", BookingApi::explanation);
  }

  /** Codes: booking_not_found, not_a_participant, metrics_not_found. */
  public ApiResult<Metrics> metrics(String bookingId) {
    return partyRead(
        "/bookings/" + bookingId + "/metrics",
        response -> new Metrics(Json.text(response), response.header("x-metrics-hash").orElse("")));
  }

  private <T> ApiResult<T> publicRead(String path, Function<Response, T> read) {
    return session.exchange().get(path, Optional.empty(), read);
  }

  private <T> ApiResult<T> partyRead(String path, Function<Response, T> read) {
    return session.signedIn(token -> session.exchange().get(path, token, read));
  }

  private static BookingSummary summary(Response response) {
    JsonValue answer = Json.read(response);
    return new BookingSummary(
        answer.get("escrow").text(),
        answer.get("booking_id").text(),
        answer.get("host").text(),
        answer.get("guest").text(),
        answer.get("amount").text(),
        answer.get("status").text(),
        Json.text(response));
  }

  private static TimelineEvent event(JsonValue event) {
    return new TimelineEvent(
        event.get("name").text(),
        event.get("at_s").number(),
        event.get("block").number(),
        event.get("tx_hash").text());
  }

  private static Explanation explanation(Response response) {
    JsonValue answer = Json.read(response);
    Optional<JsonValue> verdict = answer.get("verdict").ifPresent();
    return new Explanation(
        answer.get("status").text(),
        answer.get("summary").text(),
        verdict.flatMap(v -> Json.optionalText(v, "outcome")),
        verdict.flatMap(v -> Json.optionalNumber(v, "decided_at_ms")),
        Json.text(response));
  }
}
