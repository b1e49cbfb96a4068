package org.sessionsettlement.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.sessionsettlement.controlplane.auth.AccessTokens;
import org.sessionsettlement.controlplane.auth.Lifetimes;
import org.sessionsettlement.controlplane.auth.SigningKeys;

/**
 * 5,000 sessions on one node, generator, service and PostgreSQL on one machine. Limits: the service
 * under one CPU second a second and 1 GiB, nobody dropped falsely; signalling p99 20 ms at 2,000
 * messages a second; join p99 50 ms at 300 a second.
 */
public final class SessionLoadBenchmark {
  private static final int SESSIONS = Integer.getInteger("sessions", 5_000);
  private static final boolean CALLS_ONLY = Boolean.getBoolean("callsOnly");
  private static final Duration JOINING = Duration.ofSeconds(20);
  private static final Duration KEEPING = Duration.ofSeconds(Integer.getInteger("seconds", 60));
  private static final Duration TALKING = Duration.ofSeconds(30);
  private static final int WARM_UP_RATE = 150;

  /** Some thousand requests, until the JVM has compiled what they need. */
  private static final Duration WARM_UP = Duration.ofSeconds(40);

  private static final int OPENING_RATE = 150;
  private static final int MESSAGES_A_SECOND = 2_000;
  private static final int JOINS_A_SECOND = 300;
  private static final List<Integer> FEWER_JOINS = List.of(250, 200, 150, 100, 50);
  private static final double JOIN_P99_MS = 50;
  private static final String JWT_SECRET = "the bench's own secret, of 32 bytes or more";

  private final EventLoop loop;
  private final List<Party> parties;
  private final Path folder;
  private final Path jwtSecret;

  private SessionLoadBenchmark(EventLoop loop, List<Party> parties, Path folder, Path jwtSecret) {
    this.loop = loop;
    this.parties = parties;
    this.folder = folder;
    this.jwtSecret = jwtSecret;
  }

  /** Arguments are handed on to the service's JVM. */
  public static void main(String[] jvm) throws IOException {
    var folder = Files.createTempDirectory("session-load");
    var jwtSecret = Files.writeString(folder.resolve("jwt.secret"), JWT_SECRET);
    try (var loop = new EventLoop()) {
      var benchmark = new SessionLoadBenchmark(loop, parties(), folder, jwtSecret);
      benchmark.measureService(List.of(jvm));
      if (!CALLS_ONLY) {
        benchmark.measurePeer("delete");
        benchmark.measurePeer("wal");
      }
    }
  }

  /** Signed in without a signature: this bench gives the service the key of its tokens. */
  private static List<Party> parties() {
    var hour = new Lifetimes(Duration.ofHours(1), Duration.ofHours(8));
    var tokens =
        new AccessTokens(new SigningKeys(List.of(JWT_SECRET)), hour, InstantSource.system());
    return IntStream.range(0, 2 * SESSIONS)
        .mapToObj(number -> new Party(number, tokens.issue(Party.wallet(number)).text()))
        .toList();
  }

  private void measureService(List<String> jvm) throws IOException {
    try (var service = ServiceUnderLoad.start(folder, jwtSecret, SESSIONS, jvm)) {
      say("service", "JVM " + ServiceUnderLoad.JVM + " " + jvm + ", logs in " + folder);
      JoinLoad.run(loop, service.address(), parties, WARM_UP_RATE, WARM_UP);
      if (!CALLS_ONLY) {
        measureJoins(service);
      }
      measureCalls(service);
    }
  }

  private void measureJoins(ServiceUnderLoad service) throws IOException {
    var usage = service.usage();
    var joins = JoinLoad.run(loop, service.address(), parties, JOINS_A_SECOND, JOINING);
    say("joins", "at " + JOINS_A_SECOND + "/s: " + joins);
    say("", usage.soFar());
    if (!joins.holds(JOIN_P99_MS)) {
      findTheRateThatHolds(service.address());
    }
  }

  private void findTheRateThatHolds(InetSocketAddress address) throws IOException {
    for (int rate : FEWER_JOINS) {
      var joins = JoinLoad.run(loop, address, parties, rate, JOINING);
      say("joins", "at " + rate + "/s: " + joins);
      if (joins.holds(JOIN_P99_MS)) {
        return;
      }
    }
    say("joins", "no rate that was tried holds p99 " + JOIN_P99_MS + " ms");
  }

  private void measureCalls(ServiceUnderLoad service) throws IOException {
    try (var calls = new CallLoad(loop, service.address(), parties)) {
      var usage = service.usage();
      calls.open(OPENING_RATE);
      say("opening", "at " + OPENING_RATE + "/s: " + calls.figures().opening());
      say("", usage.soFar());

      usage = service.usage();
      calls.keep(KEEPING);
      say("keeping", calls.figures().presence());
      say("", usage.soFar());

      usage = service.usage();
      calls.talk(MESSAGES_A_SECOND, TALKING);
      say("talking", "at " + MESSAGES_A_SECOND + "/s: " + calls.figures().messages());
      say("", calls.figures().presence());
      say("", usage.soFar());
    }
  }

  private void measurePeer(String journal) throws IOException {
    try (var peer = NodePeer.start(folder, jwtSecret, SESSIONS, journal)) {
      JoinLoad.run(loop, peer.address(), parties, WARM_UP_RATE, JOINING);
      double cpu = peer.cpuSeconds();
      var joins = JoinLoad.run(loop, peer.address(), parties, JOINS_A_SECOND, JOINING);
      cpu = peer.cpuSeconds() - cpu;
      say("Node", "journal " + journal + ", joins at " + JOINS_A_SECOND + "/s: " + joins);
      say("", String.format("CPU s/s: Node %.2f", cpu / JOINING.toSeconds()));
    }
  }

  private static void say(String phase, String figures) {
    System.out.printf("%-8s %s%n", phase, figures);
  }
}
