package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.OkHttpApiTransport;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** Over real sockets; pauses are noted and not waited for. */
class OkHttpSignallingTest {
  private static final Joined SEAT = Seats.seat("c1", "host");
  private static final String OPENED = "{\"type\":\"opened\",\"now_ms\":1,\"ends_ms\":2}";
  private static final String PEER = "{\"type\":\"peer_joined\",\"connection_id\":\"p1\"}";
  private static final String HEARTBEAT_OK = "{\"type\":\"heartbeat_ok\",\"now_ms\":7}";

  private final ExecutorService network = Executors.newCachedThreadPool();
  private final List<Long> pausesMs = new CopyOnWriteArrayList<>();
  private final AtomicLong nowMs = new AtomicLong();
  private final Told told = new Told();
  private final SocketService service = new SocketService();
  private final OkHttpSignalling signalling =
      new OkHttpSignalling(
          new SessionVoiceApi(
              ServiceAddress.of(service.url(), 31_337),
              new OkHttpApiTransport(),
              RetryPolicy.none(),
              Secp256k1Account.fromPrivateKey("0x" + "11".repeat(32)),
              nowMs::get),
          new CallThreads(network, network, new NotedPauses()));

  OkHttpSignallingTest() throws IOException {}

  private final class NotedPauses implements CallScheduler {
    @Override
    public long nowMs() {
      return nowMs.get();
    }

    @Override
    public Alarm after(long millis, Runnable task) {
      pausesMs.add(millis);
      network.execute(task);
      return () -> {};
    }
  }

  @AfterEach
  void stop() {
    signalling.close();
    service.close();
    network.shutdownNow();
  }

  @Test
  void opensWithTheSeatAndTheTokenOfTheSignIn() throws Exception {
    open();

    RecordedRequest upgrade = service.upgrades.take();
    assertThat(upgrade.getTarget()).isEqualTo("/session/7/signal?connection=c1");
    assertThat(upgrade.getHeaders().get("authorization")).isEqualTo("Bearer t1");
    assertThat(upgrade.getHeaders().get("origin")).isNull();
  }

  @Test
  void carriesSignalsBothWaysInOrder() throws Exception {
    SocketService.End end = open();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Signal candidate =
          new Signal.Candidate(new OfferId("p1", 1), new IceCandidate("candidate:" + i, "0", 0));
      end.say(SignalFrames.write(candidate));
      signalling.send(candidate);
      said.add(candidate.toString());
    }

    assertThat(told.first(100)).isEqualTo(said);
    for (String signal : said) {
      assertThat(SignalFrames.read(end.hears()).map(Object::toString))
          .contains("FromPeer[signal=" + signal + "]");
    }
  }

  @Test
  void getsANewTokenWhereTheOldOneIsNoLongerTaken() throws Exception {
    service.refuseOnce(401, "token_expired");
    open();

    assertThat(service.upgrades.take().getHeaders().get("authorization")).isEqualTo("Bearer t1");
    assertThat(service.upgrades.take().getHeaders().get("authorization")).isEqualTo("Bearer t2");
    assertThat(pausesMs).containsExactly(0L);
  }

  @Test
  void opensAgainAtOnceWhatHeldAndWithGrowingPausesWhatDidNot() throws Exception {
    SocketService.End held = open();
    assertThat(signalling.heartbeat(MediaCounts.NONE)).isTrue();
    held.say(HEARTBEAT_OK);
    assertThat(told.first(1)).containsExactly("taken at 7");
    service.refuseOnce(503, "database_unavailable");
    service.refuseOnce(502, "bad_gateway");
    held.close(1012);

    service.nextSocket().close(1001);
    service.nextSocket();
    assertThat(pausesMs).containsExactly(0L, 0L, 250L, 500L, 1_000L);
  }

  @Test
  void pausesWhereTheServiceSaysThatItSentTooMuch() throws Exception {
    SocketService.End end = open();
    end.say(HEARTBEAT_OK);
    told.first(1);
    end.close(4008);

    service.nextSocket();
    assertThat(pausesMs).containsExactly(0L, ReconnectPauses.AT_FAULT_MS);
  }

  @Test
  void tellsThatThePeerMayBeGoneAfterItsOwnSocketWasCut() throws Exception {
    SocketService.End end = open();
    end.close(1001);
    SocketService.End next = service.nextSocket();
    next.say(OPENED);
    next.say(PEER.replace("p1", "p2"));

    assertThat(told.first(3)).containsExactly("reconnecting", "left", "joined");
  }

  @Test
  void endsWithTheSeat() throws Exception {
    SocketService.End end = open();
    end.say("{\"type\":\"seat_over\",\"error\":\"connection_replaced\"}");
    assertThat(told.first(1)).containsExactly("over: connection_replaced");

    assertThat(end.closeCode()).isEqualTo(1000);
    assertThat(signalling.heartbeat(MediaCounts.NONE)).isFalse();
    assertThat(pausesMs).containsExactly(0L);
  }

  @Test
  void saysSoWhereTheSeatIsOverBeforeTheSocketOpens() throws Exception {
    service.refuseOnce(409, "lease_over");
    signalling.open(SEAT, told);

    assertThat(told.first(1)).containsExactly("over: lease_over");
    assertThat(pausesMs).containsExactly(0L);
  }

  @Test
  void doesNotFightForTheSocket() throws Exception {
    SocketService.End end = open();
    end.close(4002);

    assertThat(end.closeCode()).isEqualTo(1000);
    assertThat(signalling.heartbeat(MediaCounts.NONE)).isFalse();
    assertThat(pausesMs).containsExactly(0L);
  }

  @Test
  void stopsOpeningOnceTheLeaseHasEndedAndBeginsAnewWithAHeartbeat() throws Exception {
    SocketService.End end = open();
    nowMs.addAndGet(SEAT.leaseMs() + 1);
    end.close(1001);
    assertThat(end.closeCode()).isEqualTo(1000);
    assertThat(pausesMs).containsExactly(0L);

    signalling.heartbeat(MediaCounts.NONE);
    service.nextSocket();
    assertThat(pausesMs).hasSize(2);
  }

  @Test
  void losesAFrameThatTheServiceWouldCloseOnAndNothingElse() throws Exception {
    SocketService.End end = open();
    String large = "v".repeat(SignalSocket.MAX_FRAME_BYTES);
    signalling.send(new Signal.Offer(new OfferId("c1", 1), large));
    signalling.send(new Signal.Bye());

    assertThat(end.hears()).isEqualTo("{\"type\":\"bye\"}");
  }

  @Test
  void sendsWhatWasSaidBeforeItCloses() throws Exception {
    SocketService.End end = open();
    signalling.send(new Signal.Bye());
    signalling.close();

    assertThat(end.hears()).isEqualTo("{\"type\":\"bye\"}");
    assertThat(end.closeCode()).isEqualTo(1000);
    assertThat(signalling.heartbeat(MediaCounts.NONE)).isFalse();
  }

  /** An open socket that both ends know to be open. */
  private SocketService.End open() throws InterruptedException {
    signalling.open(SEAT, told);
    SocketService.End end = service.nextSocket();
    end.say(OPENED);
    end.say(PEER);
    assertThat(told.first(1)).containsExactly("joined");
    told.forget();
    return end;
  }
}
