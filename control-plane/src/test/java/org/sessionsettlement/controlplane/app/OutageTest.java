package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.springframework.transaction.TransactionSystemException;

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
  void knowsATransactionWhoseConnectionWasCut() {
    try (var database = Database.connect(TestDatabase.freshSchema(OutageTest.class))) {
      var thrown = catchThrowable(() -> database.doInTransaction(() -> cutOff(database)));
      assertThat(thrown).isInstanceOf(TransactionSystemException.class);
      assertThat(Outage.codeOf(thrown)).contains(ProblemCode.DATABASE_UNAVAILABLE);
    }
  }

  private static void cutOff(Database database) {
    var terminate = "select pg_terminate_backend(pg_backend_pid())";
    assertThat(database.jdbc().sql(terminate).query(Boolean.class).single()).isTrue();
  }

  @Test
  void takesNoMistakeOfOursForAnOutage() {
    assertThat(Outage.codeOf(new SQLException("syntax", "42601"))).isEmpty();
    assertThat(Outage.codeOf(new SQLException("no state"))).isEmpty();
    assertThat(Outage.codeOf(new IllegalStateException("ours"))).isEmpty();
  }
}
