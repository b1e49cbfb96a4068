package org.sessionsettlement.controlplane.app;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;

class OracleSchedulerTest {
  @TempDir private Path files;

  @Test
  void sweepsAgainOnceTheDatabaseIsBack() throws Exception {
    var data = files.resolve("pg");
    var database = EmbeddedDatabase.start(data, 0);
    try (var service = ControlPlane.start(config(database.settings()))) {
      var tables = service.part(Database.class);
      Await.until("it sweeps", () -> sweeps(tables) > 1);
      long before = sweeps(tables);
      database.close();
      Await.until("it has noticed", () -> isAway(tables));
      database = EmbeddedDatabase.start(data, database.port());
      Await.until("it sweeps again", () -> !isAway(tables) && sweeps(tables) > before + 1);
    } finally {
      database.close();
    }
  }

  /** With the database's clock, as in production, and a chain that is away. */
  private static ServiceConfig config(DatabaseSettings database) {
    var config = TestService.config(database);
    return new ServiceConfig(
        config.http(),
        config.database(),
        config.chain(),
        config.checks(),
        config.signIn(),
        LocalStack.oracle(true),
        config.clock(),
        config.privacy(),
        config.ice(),
        config.index(),
        config.operators(),
        config.notices(),
        config.telemetry(),
        config.node());
  }

  /** It counts every time that the task was taken up or put off. */
  private static long sweeps(Database database) {
    return database
        .jdbc()
        .sql("select coalesce(max(version), 0) from scheduled_tasks where task_name = :task")
        .param("task", "oracle-sweep")
        .query(Long.class)
        .single();
  }

  private static boolean isAway(Database database) {
    try {
      return sweeps(database) < 0;
    } catch (RuntimeException e) {
      return true;
    }
  }
}
