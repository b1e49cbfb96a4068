package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.tempo.Address;

class ControlPlaneTest {
  @Test
  void servesItsMetrics() throws Exception {
    try (var service = ControlPlane.start(config());
        var http = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + service.port() + "/metrics");
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("hikaricp_connections");
    }
  }

  private static ServiceConfig config() {
    var escrow = Address.parse("0x" + "11".repeat(20));
    var rpc = URI.create("http://127.0.0.1:1");
    return new ServiceConfig(
        new ServiceConfig.Http("127.0.0.1", 0),
        TestDatabase.freshSchema(ControlPlaneTest.class),
        new ServiceConfig.Chain(rpc, 31337, escrow, 0, escrow, ServiceConfig.TrustedBlock.LATEST),
        new ServiceConfig.SignIn(
            Optional.empty(), new Secret("s".repeat(32)), new Secret("t".repeat(32))),
        new ServiceConfig.Oracle(false, false, Optional.empty(), Optional.empty()),
        ServiceConfig.ClockSource.DATABASE,
        new ServiceConfig.Node("node-1", Optional.empty(), Optional.empty(), false));
  }
}
