package org.sessionsettlement.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers what it was told to answer, in order, and remembers what it was asked. */
final class FakeService implements ApiTransport {
  final List<Request> requests = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  private sealed interface Answer {
    record Http(int status, String json) implements Answer {}

    record Silence() implements Answer {}
  }

  FakeService then(int status, String json) {
    answers.add(new Answer.Http(status, json));
    return this;
  }

  FakeService thenProblem(int status, String code) {
    return then(status, "{\"error\":\"" + code + "\",\"detail\":\"said the service\"}");
  }

  FakeService thenSilence() {
    answers.add(new Answer.Silence());
    return this;
  }

  FakeService thenSignIn(String token) {
    return thenNonce("localhost:8080", 31_337).thenTokens(token);
  }

  /** An access token for ten minutes, and {@code refresh-} it as its refresh token. */
  FakeService thenTokens(String token) {
    return then(
        200,
        "{\"access_token\":\"%s\",\"refresh_token\":\"refresh-%s\",\"expires_in_ms\":600000}"
            .formatted(token, token));
  }

  FakeService thenNonce(String domain, long chainId) {
    return then(
        200,
        "{\"nonce\":\"abcdefgh12345678\",\"domain\":\""
            + domain
            + "\",\"uri\":\"http://"
            + domain
            + "\",\"chain_id\":"
            + chainId
            + ",\"version\":\"1\",\"statement\":\"Sign in.\",\"expires_at_ms\":1}");
  }

  List<String> paths() {
    return requests.stream().map(r -> r.url().replace("http://localhost:8080", "")).toList();
  }

  Request last() {
    return requests.get(requests.size() - 1);
  }

  @Override
  public Response exchange(Request request) throws IOException {
    requests.add(request);
    Answer answer = answers.removeFirst();
    if (answer instanceof Answer.Http http) {
      return new Response(http.status(), Map.of(), http.json().getBytes(StandardCharsets.UTF_8));
    }
    throw new IOException("connection refused");
  }
}
