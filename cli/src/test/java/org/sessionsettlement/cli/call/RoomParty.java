package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.call.CallListener;
import org.sessionsettlement.client.call.CallPhase;
import org.sessionsettlement.client.call.CallScheduler;
import org.sessionsettlement.client.call.CallThreads;
import org.sessionsettlement.client.call.Quality;
import org.sessionsettlement.client.call.ScheduledSessionVoiceController;
import org.sessionsettlement.client.call.Signalling;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** A call with real media, and waiting for what becomes of it. */
final class RoomParty implements CallListener {
  private static final long PATIENCE_S = 60;

  final WebRtcMedia media = new WebRtcMedia();
  final ScheduledSessionVoiceController call;
  private CallPhase phase = new CallPhase.Idle();

  RoomParty(
      String role,
      Signalling signalling,
      ScheduledExecutorService alarms,
      ExecutorService network) {
    SessionVoiceApi voice =
        new SessionVoiceApi(
            ServiceAddress.of("http://" + RoomService.DOMAIN, 31_337),
            new RoomService(role),
            RetryPolicy.none(),
            Secp256k1Account.fromPrivateKey("0x" + (role.equals("host") ? "11" : "22").repeat(32)),
            System::currentTimeMillis);
    call =
        new ScheduledSessionVoiceController(
            JoinRequest.of("7"),
            voice,
            media,
            signalling,
            new CallThreads(
                network,
                network,
                CallScheduler.of(alarms, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))),
            this);
  }

  @Override
  public synchronized void onPhase(CallPhase now) {
    phase = now;
    notifyAll();
  }

  /** Comes every second while media flow: a moment to look at what was heard. */
  @Override
  public synchronized void onQuality(Quality quality) {
    notifyAll();
  }

  void awaitPhase(CallPhase wanted) throws InterruptedException {
    await(party -> party.phase.equals(wanted));
  }

  /** Waits until so many more frames than before match. */
  void awaitHeard(HeardAudio.Counts before, long loud, long silent) throws InterruptedException {
    await(
        party -> {
          HeardAudio.Counts now = party.media.heard();
          return now.loudFrames() - before.loudFrames() >= loud
              && now.silentFrames() - before.silentFrames() >= silent;
        });
  }

  private synchronized void await(Predicate<RoomParty> condition) throws InterruptedException {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!condition.test(this) && System.nanoTime() < untilNs) {
      wait(TimeUnit.SECONDS.toMillis(PATIENCE_S));
    }
    assertThat(condition.test(this)).as("%s, heard %s", phase, media.heard()).isTrue();
  }
}
