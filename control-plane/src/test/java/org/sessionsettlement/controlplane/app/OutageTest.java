package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.problem.ProblemCode;

class OutageTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "25P03", "55P03"})
  void knowsADatabaseThatIsAwayHoweverDeepItIsWrapped(String state) {
    var thrown = new IllegalStateException(new RuntimeException(new SQLException("x", state)));
    assertThat(Outage.codeOf(thrown)).contains(ProblemCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void knowsAPoolThatGetsNoConnection() {
    assertThat(Outage.codeOf(new SQLTransientConnectionException("timeout")))
        .contains(ProblemCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void takesNoMistakeOfOursForAnOutage() {
    assertThat(Outage.codeOf(new SQLException("syntax", "42601"))).isEmpty();
    assertThat(Outage.codeOf(new SQLException("no state"))).isEmpty();
    assertThat(Outage.codeOf(new IllegalStateException("ours"))).isEmpty();
  }
}
