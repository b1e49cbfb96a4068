package org.sessionsettlement.controlplane.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.booking.BookingDirectory;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.limit.Ticker;
import org.sessionsettlement.controlplane.signalling.Signalling;
import org.sessionsettlement.tempo.account.Account;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a database of its own, with a clock and bookings that a test sets. */
final class TestService implements AutoCloseable {
  static final Secp256k1Account HOST = account(1);
  static final Secp256k1Account GUEST = account(2);
  static final Secp256k1Account STRANGER = account(3);
  static final String SERVICE_TOKEN = "t".repeat(32);
  static final String JWT_SECRET = "s".repeat(32);
  static final long CHAIN_ID = 31337;

  /** More than a test asks for. */
  static final ServiceConfig.Limits UNLIMITED =
      new ServiceConfig.Limits(
          1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000);

  /** Nobody in particular, as often as they like. */
  static final ServiceConfig.Operators OPERATORS =
      new ServiceConfig.Operators(Set.of(), 1_000_000, 1_000_000);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  final SettableClock clock = new SettableClock(FakeBookings.START_MS);
  final FakeBookings bookings = new FakeBookings();
  private long lastLookMs = clock.millis();
  private long elapsedMs;
  private final ControlPlane service;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestService(ServiceConfig config) {
    this.service =
        ControlPlane.start(
            config,
            context -> {
              context.registerBean(
                  "testClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true));
              context.registerBean(
                  "testTicker", Ticker.class, () -> this::nanos, bean -> bean.setPrimary(true));
              context.registerBean(
                  "testBookings",
                  BookingDirectory.class,
                  () -> bookings,
                  bean -> bean.setPrimary(true));
            });
  }

  /** Goes on with the clock, and stands still where a test sets that back. */
  private synchronized long nanos() {
    long nowMs = clock.millis();
    elapsedMs += Math.max(0, nowMs - lastLookMs);
    lastLookMs = nowMs;
    return Duration.ofMillis(elapsedMs).toNanos();
  }

  static TestService start(Class<?> test) {
    return start(TestDatabase.freshSchema(test));
  }

  static TestService start(DatabaseSettings database) {
    return start(database, UNLIMITED);
  }

  static TestService start(DatabaseSettings database, ServiceConfig.Limits limits) {
    return new TestService(
        config(database, limits, ServiceConfig.Ice.NONE, OPERATORS, ServiceConfig.Notices.NOWHERE));
  }

  static TestService start(DatabaseSettings database, ServiceConfig.Operators operators) {
    return new TestService(
        config(
            database, UNLIMITED, ServiceConfig.Ice.NONE, operators, ServiceConfig.Notices.NOWHERE));
  }

  static TestService start(Class<?> test, ServiceConfig.Ice ice) {
    return new TestService(
        config(
            TestDatabase.freshSchema(test),
            UNLIMITED,
            ice,
            OPERATORS,
            ServiceConfig.Notices.NOWHERE));
  }

  static TestService start(Class<?> test, ServiceConfig.Notices notices) {
    return new TestService(
        config(
            TestDatabase.freshSchema(test), UNLIMITED, ServiceConfig.Ice.NONE, OPERATORS, notices));
  }

  /** Settings for a service without a chain: its node never answers. */
  static ServiceConfig config(DatabaseSettings database) {
    return config(
        database, UNLIMITED, ServiceConfig.Ice.NONE, OPERATORS, ServiceConfig.Notices.NOWHERE);
  }

  private static ServiceConfig config(
      DatabaseSettings database,
      ServiceConfig.Limits limits,
      ServiceConfig.Ice ice,
      ServiceConfig.Operators operators,
      ServiceConfig.Notices notices) {
    return new ServiceConfig(
        new ServiceConfig.Http("127.0.0.1", 0, List.of(), 20_000, ServiceConfig.Exposure.PUBLIC),
        database,
        new ServiceConfig.Chain(
            URI.create("http://127.0.0.1:1"),
            CHAIN_ID,
            FakeBookings.ESCROW,
            0,
            FakeBookings.ESCROW,
            ServiceConfig.TrustedBlock.LATEST),
        ServiceConfig.Checks.NONE,
        new ServiceConfig.SignIn(
            Optional.empty(),
            List.of(new Secret(JWT_SECRET)),
            new Secret(SERVICE_TOKEN),
            Lifetimes.USUAL,
            limits),
        ServiceConfig.Oracle.OFF,
        ServiceConfig.ClockSource.DATABASE,
        new ServiceConfig.Privacy(Duration.ofDays(90)),
        ice,
        ServiceConfig.Index.NOTHING_MORE,
        operators,
        notices,
        ServiceConfig.Telemetry.PLAIN,
        new ServiceConfig.Node("node-1", Optional.empty(), Optional.empty(), false));
  }

  /** What the service answered. */
  record Answer(int status, HttpResponse<String> response) {
    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String error() {
      return json().path("error").asString("");
    }

    /** Status and code of a problem, as {@code 404 booking_not_found}. */
    String problem() {
      boolean typed =
          response
              .headers()
              .firstValue("content-type")
              .orElse("")
              .equals("application/problem+json");
      return status + " " + (typed ? error() : "(no problem) " + response.body());
    }
  }

  Database database() {
    return service.part(Database.class);
  }

  /** What its tick does every second, now. */
  void tickSignalling() {
    service.part(Signalling.class).tick();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  Answer post(String path, String body) {
    return send(json(path, body));
  }

  Answer post(String path, String body, String token) {
    return send(json(path, body).header("Authorization", "Bearer " + token));
  }

  private HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** An access token for this account, got as a client gets one. */
  String signIn(Account account) {
    return signedIn(account).path("access_token").asString();
  }

  /** All that a sign-in answers. */
  JsonNode signedIn(Account account) {
    return verify(account, message(account, post("/auth/nonce", "{}").json())).json();
  }

  Answer refresh(String token) {
    return post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
  }

  Answer verify(Account signer, String message) {
    return post("/auth/verify", SignInText.verifyBody(signer, message));
  }

  /** The message that a wallet shows, from what /auth/nonce answered. */
  String message(Account account, JsonNode nonce) {
    return SignInText.message(account, nonce, Instant.ofEpochMilli(clock.millis()));
  }

  static Secp256k1Account account(int number) {
    return Secp256k1Account.fromPrivateKey("0x" + "0".repeat(63) + number);
  }

  @Override
  public void close() {
    http.close();
    service.close();
  }
}
