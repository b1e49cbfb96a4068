package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** A host or a guest with a client that talks HTTP. */
final class Person {
  final Secp256k1Account account;
  private final LocalStack stack;
  private String @Nullable [] token;
  private String session = "";
  private String connection = "";

  Person(LocalStack stack, Secp256k1Account account) {
    this.stack = stack;
    this.account = account;
  }

  Address address() {
    return account.address();
  }

  void join(BookingKey booking) {
    var answer =
        stack.http().post("/session/join", "{\"booking_id\":\"" + booking + "\"}", token());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    session = booking.toString();
    connection = answer.json().path("connection_id").asString();
    stack.isPresent(this);
  }

  void heartbeat() {
    var answer = stack.http().post("/session/" + session + "/heartbeat", body(), token());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  /** A heartbeat whose client says that media flows. */
  void heartbeatWithMedia(long bytes) {
    String media = "{\"connected\":true,\"bytes_sent\":%d,\"bytes_received\":1}".formatted(bytes);
    String body = "{\"connection_id\":\"" + connection + "\",\"media\":" + media + "}";
    var answer = stack.http().post("/session/" + session + "/heartbeat", body, token());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  void leave() {
    var answer = stack.http().post("/session/" + session + "/leave", body(), token());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    stack.isGone(this);
  }

  HttpApi.Answer get(String path) {
    return stack.http().get(path, token());
  }

  HttpApi.Answer post(String path, String body) {
    return stack.http().post(path, body, token());
  }

  private String body() {
    return "{\"connection_id\":\"" + connection + "\"}";
  }

  private String[] token() {
    if (token == null) {
      token = stack.http().signIn(account);
    }
    return token;
  }
}
