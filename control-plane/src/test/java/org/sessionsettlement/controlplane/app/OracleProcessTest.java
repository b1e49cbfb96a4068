package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.app.ServiceConfig.Exposure;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.localnet.DevAccounts;

/** One process serves clients and has no key; another has the key and serves no clients. */
class OracleProcessTest {
  private static final int DURATION_MINS = 2;
  private static final String INTERNAL_NODE = "node-oracle";

  @TempDir Path folder;

  @Test
  void attestsWhatAnotherProcessWithoutAKeySaw() {
    var database = TestDatabase.freshSchema(getClass());
    try (var stack = new LocalStack(folder, database, ServiceConfig.Oracle.OFF);
        var oracle = ControlPlane.start(oracleConfig(stack))) {
      var host = stack.person(DevAccounts.HOSTS.get(0));
      var guest = stack.person(DevAccounts.GUESTS.get(0));
      long start = stack.nowSeconds() + 120;
      var booking = stack.book(host, guest, start, DURATION_MINS);
      stack.jumpTo(start - 20);
      host.join(booking);
      guest.join(booking);
      stack.walkTo(start + DURATION_MINS * 60 + 20);

      stack.await(
          "attested",
          () ->
              stack.escrow().booking(booking.bookingId()).oracleOutcome()
                  == EscrowOutcome.COMPLETED);
      assertServesSupervisorsAlone(new HttpApi(oracle.port()), booking.bookingId());
      assertThat(watched(oracle.part(Database.class), "node-1")).isPositive();
      assertThat(watched(oracle.part(Database.class), INTERNAL_NODE)).isZero();
    }
  }

  private static ServiceConfig oracleConfig(LocalStack stack) {
    var config =
        stack.config(
            LocalStack.oracle(List.of(LocalStack.key(DevAccounts.ORACLE))), Exposure.INTERNAL);
    return new ServiceConfig(
        config.http(),
        config.database(),
        config.chain(),
        config.checks(),
        config.signIn(),
        config.oracle(),
        config.clock(),
        config.privacy(),
        config.ice(),
        config.index(),
        config.operators(),
        config.notices(),
        config.telemetry(),
        new ServiceConfig.Node(
            INTERNAL_NODE, config.node().readyFile(), config.node().devPage(), false));
  }

  private static void assertServesSupervisorsAlone(HttpApi http, long booking) {
    assertThat(http.get("/health").status()).isEqualTo(200);
    assertThat(http.get("/metrics").status()).isEqualTo(200);
    for (var path :
        List.of("/", "/about", "/health/", "/metrics/x", "/bookings/" + booking, "/error")) {
      var answer = http.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().path("error").asString()).as(path).isEqualTo("not_found");
    }
    for (var path :
        List.of(
            "/auth/nonce",
            "/session/join",
            "/session/" + booking + "/attest",
            "/local/clock/sync",
            "/health/../auth/nonce",
            "/health;/../auth/nonce")) {
      var answer = http.post(path, "{}", "x-service-token", TestService.SERVICE_TOKEN);
      assertThat(answer.status()).as(path).isIn(400, 404);
    }
  }

  /** A node that no client can reach must not say that clients could be heard. */
  private static long watched(Database database, String node) {
    return database
        .jdbc()
        .sql("select count(*) from liveness where node_id = :node")
        .param("node", node)
        .query(Long.class)
        .single();
  }
}
