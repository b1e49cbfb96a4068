package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.app.TestService.GUEST;
import static org.sessionsettlement.controlplane.app.TestService.HOST;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.EmbeddedDatabase;
import org.sessionsettlement.escrow.BookingStatus;

class DatabaseAwayHttpTest {
  @TempDir private Path files;

  @Test
  void answers503WhileTheDatabaseIsAwayAndGoesOnWhenItIsBack() throws Exception {
    var data = files.resolve("pg");
    var database = EmbeddedDatabase.start(data, 0);
    try (var service = TestService.start(database.settings())) {
      service.bookings.put(7, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
      var token = service.signIn(HOST);
      var joined = service.post("/session/join", "{\"booking_id\":7}", token).json();
      String connection = joined.path("connection_id").asString();
      String heartbeat = "{\"connection_id\":\"" + connection + "\"}";

      database.close();
      service.clock.set(START_MS + 5_000);
      var away = service.post("/session/7/heartbeat", heartbeat, token);
      assertThat(away.problem()).isEqualTo("503 database_unavailable");
      assertThat(away.response().headers().firstValue("retry-after")).contains("5");
      assertThat(service.get("/health").status()).isEqualTo(503);

      database = EmbeddedDatabase.start(data, database.port());
      service.clock.set(START_MS + 10_000);
      Await.until(
          "the service works again",
          () -> service.post("/session/7/heartbeat", heartbeat, token).status() == 200);
      Await.until("liveness rows again", () -> newestRow(service) >= START_MS + 10_000);
    } finally {
      database.close();
    }
  }

  @Test
  void carriesSignalsWhileTheDatabaseIsAwayCountsAHeartbeatAfterAndMissesNoSeatsEnd()
      throws Exception {
    var data = files.resolve("pg");
    var database = EmbeddedDatabase.start(data, 0);
    try (var service = TestService.start(database.settings())) {
      service.bookings.put(7, HOST.address(), GUEST.address(), BookingStatus.BOOKED);
      var token = service.signIn(GUEST);
      var guest = join(service, token);
      var hostToken = service.signIn(HOST);
      try (var g = SignalClient.open(service, 7, guest, token);
          var h = SignalClient.open(service, 7, join(service, hostToken), hostToken)) {
        h.next("peer_joined");
        database.close();
        h.send("{\"type\":\"restart\"}");
        g.next("restart");
        h.send("{\"type\":\"heartbeat\"}");
        service.clock.set(START_MS + 10_000);
        database = EmbeddedDatabase.start(data, database.port());
        assertThat(h.next("heartbeat_ok").path("now_ms").asLong()).isEqualTo(START_MS + 10_000);
        String leave = "{\"connection_id\":\"" + guest + "\"}";
        Await.until(
            "the guest has left",
            () -> service.post("/session/7/leave", leave, token).status() == 200);
        h.next("peer_left");
        g.next("seat_over");
      }
    } finally {
      database.close();
    }
  }

  private static String join(TestService service, String token) {
    return SignalClient.seat(service.post("/session/join", "{\"booking_id\":7}", token));
  }

  private static long newestRow(TestService service) {
    return service
        .database()
        .jdbc()
        .sql("select max(at_ms) from liveness")
        .query((row, i) -> row.getLong(1))
        .single();
  }
}
