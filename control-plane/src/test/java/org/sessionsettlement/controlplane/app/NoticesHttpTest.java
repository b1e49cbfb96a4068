package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.app.TestService.Answer;

/** What an operator that missed notices reads again. */
class NoticesHttpTest {
  private static final TestService SERVICE = TestService.start(NoticesHttpTest.class);

  @BeforeAll
  static void tell() {
    SERVICE
        .database()
        .jdbc()
        .sql(
            """
            insert into notices
            select n, 'id ' || n, 'resolved', :escrow, n, '', '', '', '{"number":' || n || '}'
            from generate_series(1, 60) n
            """)
        .param("escrow", FakeBookings.ESCROW.toString())
        .update();
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void givesEveryNoticePageByPage() {
    var first = asOperator("/notices").json();
    assertThat(first.path("notices").size()).isEqualTo(50);
    assertThat(first.path("notices").get(0).path("number").asLong()).isEqualTo(1);
    var last = asOperator("/notices?after=" + first.path("next").asLong()).json();
    assertThat(last.path("notices").size()).isEqualTo(10);
    var none = asOperator("/notices?after=" + last.path("next").asLong()).json();
    assertThat(none.path("notices").size()).isZero();
    assertThat(none.path("next").asLong()).isEqualTo(60);
    assertThat(asOperator("/notices?after=58&limit=1").json().path("next").asLong()).isEqualTo(59);
  }

  @Test
  void isForTheOperatorAlone() {
    assertThat(SERVICE.get("/notices").problem()).isEqualTo("401 service_token_missing");
    var wrong = HttpRequest.newBuilder(SERVICE.uri("/notices")).header("x-service-token", "x");
    assertThat(SERVICE.send(wrong).problem()).isEqualTo("401 service_token_invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=-1", "after=x", "limit=0", "limit=201"})
  void refusesWhatIsNoPage(String query) {
    assertThat(asOperator("/notices?" + query).problem()).isEqualTo("400 bad_request");
  }

  private static Answer asOperator(String path) {
    return SERVICE.send(
        HttpRequest.newBuilder(SERVICE.uri(path))
            .header("x-service-token", TestService.SERVICE_TOKEN));
  }
}
