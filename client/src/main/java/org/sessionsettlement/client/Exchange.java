package org.sessionsettlement.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.MalformedAnswerException;

/** Sends requests, repeats what is safe to repeat, and turns answers into results. */
final class Exchange {
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int UNAVAILABLE = 503;

  private final String baseUrl;
  private final ApiTransport transport;
  private final RetryPolicy retry;

  Exchange(String baseUrl, ApiTransport transport, RetryPolicy retry) {
    this.baseUrl = baseUrl;
    this.transport = transport;
    this.retry = retry;
  }

  /** Asks for something; safe to repeat. */
  <T> ApiResult<T> get(
      String path, Optional<String> token, Function<ApiTransport.Response, T> read) {
    return send(request("GET", path, token, Optional.empty()), retry.attempts(), read);
  }

  /** Posts what may arrive twice without harm. */
  <T> ApiResult<T> post(
      String path, Optional<String> token, Map<String, ?> body, Function<JsonValue, T> read) {
    return send(request("POST", path, token, Optional.of(body)), retry.attempts(), readJson(read));
  }

  /** Posts what must not be sent twice. */
  <T> ApiResult<T> postOnce(String path, Map<String, ?> body, Function<JsonValue, T> read) {
    return send(request("POST", path, Optional.empty(), Optional.of(body)), 1, readJson(read));
  }

  /** Asks for a socket, over a transport of its own. */
  ApiResult<Boolean> upgrade(String path, Optional<String> token, ApiTransport sockets) {
    ApiTransport.Request request = request("GET", path, token, Optional.empty());
    return sendOnce(sockets, request, response -> true);
  }

  static <T> Function<ApiTransport.Response, T> readJson(Function<JsonValue, T> read) {
    return response -> read.apply(Json.read(response));
  }

  private ApiTransport.Request request(
      String method, String path, Optional<String> token, Optional<Map<String, ?>> body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("accept", "application/json");
    token.ifPresent(value -> headers.put("authorization", "Bearer " + value));
    return new ApiTransport.Request(method, baseUrl + path, headers, body.map(Json::write));
  }

  private <T> ApiResult<T> send(
      ApiTransport.Request request, int attempts, Function<ApiTransport.Response, T> read) {
    ApiResult<T> last = sendOnce(transport, request, read);
    for (int attempt = 2; attempt <= attempts && isWorthAnother(last); attempt++) {
      if (!paused(attempt)) {
        return last;
      }
      last = sendOnce(transport, request, read);
    }
    return last;
  }

  private static boolean isWorthAnother(ApiResult<?> result) {
    return result instanceof ApiResult.Unreachable<?>
        || (result instanceof ApiResult.Refused<?> refused && refused.status() == UNAVAILABLE);
  }

  private boolean paused(int attempt) {
    try {
      retry.pause().forMs(retry.pauseMsBefore(attempt));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static <T> ApiResult<T> sendOnce(
      ApiTransport over, ApiTransport.Request request, Function<ApiTransport.Response, T> read) {
    try {
      return answer(over.exchange(request), read);
    } catch (IOException e) {
      return new ApiResult.Unreachable<>(
          request.method() + " " + request.url() + ": " + e.getMessage());
    }
  }

  private static <T> ApiResult<T> answer(
      ApiTransport.Response response, Function<ApiTransport.Response, T> read) {
    try {
      if (response.status() / 100 == 2 || response.status() == SWITCHING_PROTOCOLS) {
        return new ApiResult.Ok<>(read.apply(response));
      }
      JsonValue problem = Json.read(response);
      return new ApiResult.Refused<>(
          response.status(),
          problem.get("error").text(),
          Json.optionalText(problem, "detail").orElse(""));
    } catch (MalformedAnswerException e) {
      return new ApiResult.Refused<>(
          response.status(), "bad_answer", String.valueOf(e.getMessage()));
    }
  }
}
