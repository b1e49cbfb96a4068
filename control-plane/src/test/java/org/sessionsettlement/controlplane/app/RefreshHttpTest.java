package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.TestDatabase;
import tools.jackson.databind.JsonNode;

class RefreshHttpTest {
  private static final DatabaseSettings DATABASE = TestDatabase.freshSchema(RefreshHttpTest.class);
  private static final TestService SERVICE = TestService.start(DATABASE);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void tradesARefreshTokenForAnAccessTokenThatIsTaken() {
    var first = SERVICE.signedIn(HOST);
    SERVICE.clock.advance(Duration.ofMinutes(10));
    assertThat(ticket(access(first)).problem()).isEqualTo("401 token_expired");
    var second = SERVICE.refresh(refresh(first)).json();
    assertThat(ticket(access(second)).status()).isEqualTo(200);
    assertThat(second.path("wallet").asString()).isEqualTo(HOST.address().toString());
    assertThat(second.path("refresh_expires_at_ms").asLong())
        .isEqualTo(first.path("refresh_expires_at_ms").asLong());
  }

  @Test
  void endsTheSignInWhenAnOldRefreshTokenComesBack() {
    var first = SERVICE.signedIn(HOST);
    var second = SERVICE.refresh(refresh(first)).json();
    SERVICE.clock.advance(Duration.ofSeconds(31));
    assertThat(SERVICE.refresh(refresh(first)).problem()).isEqualTo("401 refresh_reused");
    assertThat(SERVICE.refresh(refresh(second)).problem()).isEqualTo("401 refresh_invalid");
  }

  @Test
  void refusesARefreshAfterEightHours() {
    var tokens = SERVICE.signedIn(HOST);
    SERVICE.clock.advance(Duration.ofHours(8));
    assertThat(SERVICE.refresh(refresh(tokens)).problem()).isEqualTo("401 refresh_expired");
  }

  @Test
  void refusesARefreshAfterALogout() {
    var tokens = SERVICE.signedIn(HOST);
    String body = "{\"refresh_token\":\"" + refresh(tokens) + "\"}";
    assertThat(SERVICE.post("/auth/logout", body).json().path("ok").asBoolean()).isTrue();
    assertThat(SERVICE.refresh(refresh(tokens)).problem()).isEqualTo("401 refresh_invalid");
    assertThat(SERVICE.post("/auth/logout", body).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNoRefreshToken() {
    assertThat(SERVICE.post("/auth/refresh", "{}").problem()).isEqualTo("401 refresh_invalid");
    assertThat(SERVICE.refresh("x").problem()).isEqualTo("401 refresh_invalid");
    assertThat(SERVICE.refresh("A".repeat(43)).problem()).isEqualTo("401 refresh_invalid");
  }

  @Test
  void takesATicketOnceAndForReadingOnly() {
    String ticket = ticket(access(SERVICE.signedIn(HOST))).json().path("ticket").asString();
    assertThat(SERVICE.post("/session/join?ticket=" + ticket, "{}").problem())
        .isEqualTo("401 token_missing");
    assertThat(SERVICE.get("/health?ticket=" + ticket).problem())
        .isNotEqualTo("401 ticket_invalid");
    assertThat(SERVICE.get("/health?ticket=" + ticket).problem()).isEqualTo("401 ticket_invalid");
  }

  @Test
  void givesNobodyElseATicket() {
    assertThat(SERVICE.post("/auth/ticket", "{}").problem()).isEqualTo("401 token_missing");
  }

  @Test
  void keepsSignInsOverARestart() {
    var tokens = SERVICE.signedIn(HOST);
    try (var restarted = TestService.start(DATABASE)) {
      restarted.clock.set(SERVICE.clock.millis());
      var next = restarted.refresh(refresh(tokens));
      assertThat(next.status()).isEqualTo(200);
      assertThat(restarted.post("/auth/ticket", "{}", access(tokens)).status()).isEqualTo(200);
      assertThat(ticket(access(next.json())).status()).isEqualTo(200);
    }
  }

  private static TestService.Answer ticket(String accessToken) {
    return SERVICE.post("/auth/ticket", "{}", accessToken);
  }

  private static String access(JsonNode tokens) {
    return tokens.path("access_token").asString();
  }

  private static String refresh(JsonNode tokens) {
    return tokens.path("refresh_token").asString();
  }
}
