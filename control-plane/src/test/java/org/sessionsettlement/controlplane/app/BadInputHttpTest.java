package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputHttpTest {
  private static final TestService SERVICE = TestService.start(BadInputHttpTest.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "[]",
        "\"text\"",
        "null",
        "{\"booking_id\":1}}",
        "{\"booking_id\":1,}",
        "{'booking_id':1}",
        "\u0000"
      })
  void refusesMalformedJson(String body) {
    assertThat(SERVICE.post("/session/join", body, SERVICE.signIn(HOST)).problem())
        .isEqualTo("400 malformed_json");
  }

  @Test
  void refusesDeeplyNestedJson() {
    String nested = "[".repeat(20_000) + "]".repeat(20_000);
    String body = "{\"booking_id\":" + nested + "}";
    assertThat(SERVICE.post("/session/join", body, SERVICE.signIn(HOST)).problem())
        .isEqualTo("400 malformed_json");
  }

  @Test
  void refusesABodyOverTheLimitWhetherItsLengthIsAnnouncedOrNot() {
    byte[] large = (" ".repeat(BodyLimitFilter.MAX_BYTES) + "x").getBytes(StandardCharsets.UTF_8);
    assertThat(SERVICE.send(verify(BodyPublishers.ofByteArray(large))).problem())
        .isEqualTo("413 body_too_large");
    assertThat(SERVICE.send(verify(BodyPublishers.ofByteArrays(List.of(large)))).problem())
        .isEqualTo("413 body_too_large");
  }

  @Test
  void readsABodyOfTheLimit() {
    String filler = " ".repeat(BodyLimitFilter.MAX_BYTES - 2);
    assertThat(SERVICE.post("/auth/verify", "{" + filler + "}").problem())
        .isEqualTo("400 malformed_message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/session",
        "/session/1/2/3",
        "/error",
        "/actuator",
        "/page/index.html"
      })
  void knowsNoOtherPath(String path) {
    assertThat(SERVICE.get(path).problem()).isEqualTo("404 not_found");
  }

  @Test
  void answersWithAProblemEvenWhatTomcatRefuses() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.uri("/").getPort())) {
      var request = "GET /bookings/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"error\":\"bad_request\"");
    }
  }

  @Test
  void refusesAnotherMethodAndSaysWhichItTakes() {
    var answer = SERVICE.get("/auth/nonce");
    assertThat(answer.problem()).isEqualTo("405 method_not_allowed");
    assertThat(answer.response().headers().firstValue("allow")).contains("POST");
  }

  @Test
  void refusesAnotherMediaType() {
    var form =
        HttpRequest.newBuilder(SERVICE.uri("/auth/verify"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("message=x"));
    assertThat(SERVICE.send(form).problem()).isEqualTo("415 unsupported_media_type");
  }

  @Test
  void hasNoLocalClockUnlessTheClockIsTheLocalChains() {
    assertThat(SERVICE.post("/local/clock/sync", "{}").problem()).isEqualTo("404 not_found");
  }

  private static HttpRequest.Builder verify(HttpRequest.BodyPublisher body) {
    return HttpRequest.newBuilder(SERVICE.uri("/auth/verify"))
        .header("Content-Type", "application/json")
        .POST(body);
  }
}
