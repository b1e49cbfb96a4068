package org.sessionsettlement.cli.operate;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.client.ApiTransport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service, asked as its operator. What it refuses is a {@link Refusal} with its code. */
final class OperatorApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SUCCESS = 2;

  private final String baseUrl;
  private final String token;
  private final ApiTransport transport;

  /**
   * @param baseUrl without a slash at its end
   * @param token the service token
   */
  OperatorApi(String baseUrl, String token, ApiTransport transport) {
    this.baseUrl = baseUrl;
    this.token = token;
    this.transport = transport;
  }

  /** A part of a path, whatever the caller typed. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  JsonNode get(String path) {
    return json(exchange("GET", path, Optional.empty()));
  }

  /** The bytes exactly as they came. */
  byte[] bytes(String path) {
    return exchange("GET", path, Optional.empty()).body();
  }

  JsonNode post(String path, Map<String, ?> body) {
    return json(exchange("POST", path, Optional.of(JSON.writeValueAsString(body))));
  }

  private ApiTransport.Response exchange(String method, String path, Optional<String> body) {
    var headers = Map.of("accept", "application/json", "x-service-token", token);
    var request = new ApiTransport.Request(method, baseUrl + path, headers, body);
    try {
      var response = transport.exchange(request);
      if (response.status() / 100 != SUCCESS) {
        throw refused(response);
      }
      return response;
    } catch (IOException e) {
      throw Refusal.failed("unreachable", "the service does not answer at " + baseUrl);
    }
  }

  private static Refusal refused(ApiTransport.Response response) {
    var problem = json(response);
    return Refusal.failed(
        problem.path("error").asString("bad_answer"),
        problem.path("detail").asString("the service answered " + response.status()));
  }

  private static JsonNode json(ApiTransport.Response response) {
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw Refusal.failed("bad_answer", "the service answered something else than JSON");
    }
  }
}
