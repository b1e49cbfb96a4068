package org.sessionsettlement.controlplane.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;

class LivenessRecorderTest {
  @Test
  void goesOnWhileRequestsHoldEveryConnectionOfThePool() throws SQLException {
    var settings = TestDatabase.freshSchema(LivenessRecorderTest.class);
    try (var database = Database.open(settings)) {
      var recorder = new LivenessRecorder(database, new DatabaseClock(database), "one");
      List<Connection> held = new ArrayList<>();
      for (int i = 0; i < settings.maxConnections(); i++) {
        held.add(database.dataSource().getConnection());
      }
      recorder.tick();
      for (var connection : held) {
        connection.close();
      }
      assertThat(database.jdbc().sql("select count(*) from liveness").query(Long.class).single())
          .isEqualTo(1);
    }
  }
}
