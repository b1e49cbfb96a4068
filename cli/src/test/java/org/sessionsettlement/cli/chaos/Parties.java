package org.sessionsettlement.cli.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.sessionsettlement.cli.demo.Actor;
import org.sessionsettlement.cli.demo.Script;
import org.sessionsettlement.client.OkHttpApiTransport;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** All hosts and guests, each with a client of its own that talks HTTP to any node. */
final class Parties implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /**
   * A client that reloads every time would be of no use here: it has 15 seconds of the service's.
   */
  private static final RetryPolicy HASTY = new RetryPolicy(4, 50, 200, Thread::sleep);

  private static final ServiceAddress SERVICE =
      new ServiceAddress(AnyNode.URL, Installation.DOMAIN, LocalChain.CHAIN_ID);

  private final OkHttpApiTransport http = new OkHttpApiTransport();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Installation installation;
  private final List<CompletableFuture<Void>> playing;

  private Parties(Installation installation, List<HeldSession> sessions) {
    this.installation = installation;
    this.playing = sessions.stream().flatMap(this::begin).toList();
  }

  static Parties begin(Installation installation, List<HeldSession> sessions) {
    return new Parties(installation, sessions);
  }

  /** Returns once the last has gone home. */
  void awaitEnd() {
    playing.forEach(CompletableFuture::join);
  }

  private Stream<CompletableFuture<Void>> begin(HeldSession session) {
    return Stream.of(
        begin(session, session.host(), session.plan().host()),
        begin(session, session.guest(), session.plan().guest()));
  }

  private CompletableFuture<Void> begin(
      HeldSession session, Secp256k1Account wallet, Script script) {
    return script.visits().isEmpty()
        ? CompletableFuture.allOf()
        : CompletableFuture.runAsync(() -> play(session, wallet, script), threads);
  }

  private void play(HeldSession session, Secp256k1Account wallet, Script script) {
    ServiceTime time = installation.time();
    int firstNode = (int) session.bookingId();
    SessionVoiceApi voice =
        new SessionVoiceApi(
            SERVICE,
            new AnyNode(http, installation.nodes(), firstNode),
            HASTY,
            wallet,
            time::millis);
    long start = session.terms().startTimeSeconds();
    Actor actor = new Actor(start, script, new PatientSeat(voice, session.id()));
    time.awaitSeconds(start + script.visits().getFirst().fromSeconds());
    long over = start + script.visits().getLast().untilSeconds() + HEARTBEAT.toSeconds();
    while (time.seconds() <= over && !Thread.currentThread().isInterrupted()) {
      actor.play(time.seconds());
      time.pass(HEARTBEAT);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
