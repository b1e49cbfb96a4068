package org.sessionsettlement.cli.call;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sessionsettlement.client.ApiTransport;

/**
 * The session service for one party: signs in, gives a seat, and takes heartbeats and the leave.
 */
record RoomService(String role) implements ApiTransport {
  static final String DOMAIN = "localhost:8080";

  @Override
  public Response exchange(Request request) {
    String verb = request.url().substring(request.url().lastIndexOf('/') + 1);
    return new Response(200, Map.of(), answer(verb).getBytes(StandardCharsets.UTF_8));
  }

  private String answer(String verb) {
    return switch (verb) {
      case "nonce" ->
          """
          {"nonce":"abcdefgh12345678","domain":"localhost:8080","uri":"http://localhost:8080",
           "chain_id":31337,"version":"1","statement":"Sign in."}""";
      case "verify" ->
          """
          {"access_token":"t","refresh_token":"r","expires_in_ms":600000}""";
      case "join" ->
          """
          {"connection_id":"%s-seat","joined_at_ms":1000,"heartbeat_every_ms":5000,"lease_ms":15000,
           "role":"%s","slot":{"end_s":9000}}"""
              .formatted(role, role);
      case "leave" -> "{\"ok\":true,\"duration_ms\":42}";
      default -> "{\"ok\":true,\"now_ms\":1}";
    };
  }
}
