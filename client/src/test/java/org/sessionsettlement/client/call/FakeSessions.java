package org.sessionsettlement.client.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sessionsettlement.client.ApiTransport;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The service for one party: signs in, gives a seat, keeps its lease, takes it back. */
final class FakeSessions implements ApiTransport {
  static final long LEASE_MS = 15_000;

  final List<String> asked = new ArrayList<>();
  boolean away;
  boolean early;
  private final FakeTime time;
  private final String role;
  private final Map<String, Long> seenMs = new HashMap<>();
  private int seats;

  FakeSessions(FakeTime time, String role) {
    this.time = time;
    this.role = role;
  }

  /** Whether somebody holds a seat whose lease is not over. */
  boolean isPresent() {
    return seenMs.values().stream().anyMatch(this::holds);
  }

  long count(String verb) {
    return asked.stream().filter(verb::equals).count();
  }

  @Override
  public Response exchange(Request request) throws IOException {
    String verb = request.url().substring(request.url().lastIndexOf('/') + 1);
    asked.add(verb);
    if (away) {
      throw new IOException("connection refused");
    }
    return switch (verb) {
      case "nonce" ->
          ok(
              "{\"nonce\":\"abcdefgh12345678\",\"domain\":\"localhost:8080\","
                  + "\"uri\":\"http://localhost:8080\",\"chain_id\":31337,\"version\":\"1\","
                  + "\"statement\":\"Sign in.\",\"expires_at_ms\":1}");
      case "verify" ->
          ok("{\"access_token\":\"t\",\"refresh_token\":\"r\",\"expires_in_ms\":600000}");
      case "join" -> early ? problem("too_early_to_join") : join();
      case "heartbeat" -> heartbeat(connection(request));
      default -> leave(connection(request));
    };
  }

  private static String connection(Request request) {
    return JsonValue.parse(request.json().orElseThrow()).get("connection_id").text();
  }

  private Response join() {
    seenMs.clear();
    String id = role + ++seats;
    seenMs.put(id, time.nowMs());
    return ok(
        "{\"connection_id\":\""
            + id
            + "\",\"joined_at_ms\":1000,\"heartbeat_every_ms\":5000,\"lease_ms\":"
            + LEASE_MS
            + ",\"role\":\""
            + role
            + "\",\"slot\":{\"end_s\":9000},\"now_ms\":1000}");
  }

  private Response heartbeat(String id) {
    if (!holds(seenMs.getOrDefault(id, Long.MIN_VALUE / 2))) {
      return problem("lease_over");
    }
    seenMs.put(id, time.nowMs());
    return ok("{\"ok\":true,\"now_ms\":1}");
  }

  private Response leave(String id) {
    seenMs.remove(id);
    return ok("{\"ok\":true,\"duration_ms\":42}");
  }

  private boolean holds(long lastSeenMs) {
    return time.nowMs() - lastSeenMs < LEASE_MS;
  }

  private static Response ok(String json) {
    return new Response(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }

  private static Response problem(String code) {
    String json = "{\"error\":\"" + code + "\",\"detail\":\"\"}";
    return new Response(409, Map.of(), json.getBytes(StandardCharsets.UTF_8));
  }
}
