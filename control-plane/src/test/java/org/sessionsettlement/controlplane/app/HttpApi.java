package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's HTTP interface, as a client program uses it. */
final class HttpApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  HttpApi(int port) {
    this.port = port;
  }

  record Answer(int status, HttpResponse<byte[]> response) {
    JsonNode json() {
      return JSON.readTree(response.body());
    }

    Bytes bytes() {
      return Bytes.of(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status + " " + new String(response.body(), StandardCharsets.UTF_8);
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path).GET(), headers);
  }

  Answer post(String path, String body, String... headers) {
    var request = request(path).header("Content-Type", "application/json");
    return send(request.POST(BodyPublishers.ofString(body)), headers);
  }

  Answer put(String path, String body, String... headers) {
    var request = request(path).header("Content-Type", "application/json");
    return send(request.PUT(BodyPublishers.ofString(body)), headers);
  }

  /** The header that carries an access token for this account, got as a wallet gets one. */
  String[] signIn(Secp256k1Account account) {
    var nonce = post("/auth/nonce", "{}").json();
    var issuedAt = Instant.ofEpochMilli(nonce.path("expires_at_ms").asLong() - 60_000);
    String body = SignInText.verifyBody(account, SignInText.message(account, nonce, issuedAt));
    String token = post("/auth/verify", body).json().path("access_token").asString();
    return new String[] {"Authorization", "Bearer " + token};
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LIMIT);
  }

  private Answer send(HttpRequest.Builder request, String... headers) {
    try {
      var ready = headers.length == 0 ? request : request.headers(headers);
      var response = client.send(ready.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
