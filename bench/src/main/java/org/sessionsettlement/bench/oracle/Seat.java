package org.sessionsettlement.bench.oracle;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** One party in a session, over HTTP as any client. */
final class Seat {
  private final HttpClient http;
  private final String service;
  private final BookingKey booking;
  private final String token;
  private final String connection;

  private Seat(
      HttpClient http, String service, BookingKey booking, String token, String connection) {
    this.http = http;
    this.service = service;
    this.booking = booking;
    this.token = token;
    this.connection = connection;
  }

  /**
   * Joins.
   *
   * @param token the party's access token
   */
  static Seat take(HttpClient http, String service, BookingKey booking, String token) {
    var body = "{\"booking_id\":" + booking.bookingId() + "}";
    var joined = post(http, service + "/session/join", token, body);
    return new Seat(http, service, booking, token, joined.get("connection_id").text());
  }

  void heartbeat() {
    post("heartbeat");
  }

  void leave() {
    post("leave");
  }

  private void post(String what) {
    var address = service + "/session/" + booking.bookingId() + "/" + what;
    var _ = post(http, address, token, "{\"connection_id\":\"" + connection + "\"}");
  }

  private static JsonValue post(HttpClient http, String address, String token, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("content-type", "application/json")
            .header("authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + ": " + answer.statusCode() + answer.body());
      }
      return JsonValue.parse(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
