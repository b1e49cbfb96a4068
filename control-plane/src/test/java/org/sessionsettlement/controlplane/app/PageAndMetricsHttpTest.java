package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAndMetricsHttpTest {
  private static final TestService SERVICE = TestService.start(PageAndMetricsHttpTest.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/local", "/page.js", "/page.css"})
  void servesItsPageUnderAStrictPolicy(String path) {
    var answer = SERVICE.get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
  }

  @Test
  void loadsNothingFromElsewhere() {
    assertThat(SERVICE.get("/local").response().body())
        .doesNotContain("http://", "https://", "style=");
  }

  @Test
  void saysWhatRuns() {
    var about = SERVICE.get("/about").json();
    assertThat(about.path("chain_id").asLong()).isEqualTo(TestService.CHAIN_ID);
    assertThat(about.path("accounts").isArray()).isTrue();
  }

  @Test
  void isNotReadyWhileTheChainIsAwayAndSaysSo() {
    var health = SERVICE.get("/health");
    assertThat(health.status()).isEqualTo(503);
    var parts = health.json().path("parts");
    assertThat(parts.path("database").path("ready").asBoolean()).isTrue();
    assertThat(parts.path("chain").path("ready").asBoolean()).isFalse();
  }

  @Test
  void countsForPrometheus() {
    var metrics = SERVICE.get("/metrics");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.response().body()).contains("hikaricp_connections", "jvm_memory");
  }
}
