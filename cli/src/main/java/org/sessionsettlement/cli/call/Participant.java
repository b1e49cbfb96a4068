package org.sessionsettlement.cli.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.client.call.CallListener;
import org.sessionsettlement.client.call.CallPhase;
import org.sessionsettlement.client.call.CallScheduler;
import org.sessionsettlement.client.call.CallThreads;
import org.sessionsettlement.client.call.OkHttpSignalling;
import org.sessionsettlement.client.call.ScheduledSessionVoiceController;

/** One call from its start until its seat is given up, on threads of its own. */
final class Participant implements CallListener {
  /** A lease and some: by then the seat is given up, whatever the service says. */
  private static final long LEAVE_TIMEOUT_MS = 20_000;

  private static final long MEDIA_CLOSE_TIMEOUT_MS = 5_000;
  private static final int NETWORK_THREADS = 3;
  private static final int OK = 0;
  private static final int FAILED = 1;

  private final ExecutorService callbacks = Executors.newSingleThreadExecutor();
  private final ExecutorService network = Executors.newFixedThreadPool(NETWORK_THREADS);
  private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final WebRtcMedia media = new WebRtcMedia();
  private final CallLines lines;
  private final ScheduledSessionVoiceController call;
  private volatile boolean reached;

  Participant(JoinRequest request, SessionVoiceApi voice, CallLines lines) {
    this.lines = lines;
    CallThreads threads =
        new CallThreads(callbacks, network, CallScheduler.of(alarms, Participant::nowMs));
    this.call =
        new ScheduledSessionVoiceController(
            request, voice, media, new OkHttpSignalling(voice, threads), threads, this);
  }

  /** Takes part until the call is over, the time is, or {@link #stop}; the exit code. */
  int takePart(Optional<Duration> limit) throws InterruptedException {
    call.start();
    boolean ended = true;
    if (limit.isPresent()) {
      ended = over.await(limit.get().toMillis(), TimeUnit.MILLISECONDS);
    } else {
      over.await();
    }
    boolean failed = ended && call.phase() instanceof CallPhase.Failed;
    hangUp();
    lines.heard(media.heard(), call.durationMs());
    done.countDown();
    return reached && !failed ? OK : FAILED;
  }

  /** Ends it from elsewhere, and returns once it has ended. */
  void stop() {
    over.countDown();
    try {
      var _ = done.await(LEAVE_TIMEOUT_MS + MEDIA_CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hangUp() throws InterruptedException {
    call.close();
    var _ = givenUp.await(LEAVE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
    var _ = media.awaitClosed(MEDIA_CLOSE_TIMEOUT_MS);
    callbacks.shutdown();
    network.shutdown();
    alarms.shutdownNow();
  }

  @Override
  public void onPhase(CallPhase phase) {
    lines.phase(phase);
    if (phase instanceof CallPhase.Connected) {
      reached = true;
    }
    if (phase instanceof CallPhase.Ended || phase instanceof CallPhase.Failed) {
      over.countDown();
    }
  }

  @Override
  public void onSeatGivenUp() {
    givenUp.countDown();
  }

  private static long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
