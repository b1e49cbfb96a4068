package org.sessionsettlement.cli.call;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.call.IceCandidate;
import org.sessionsettlement.client.call.OfferId;
import org.sessionsettlement.client.call.PeerMedia;

/**
 * Media by libwebrtc: sends a tone and counts what it hears. What is asked for is done on one
 * thread, in the order of the asking.
 */
final class WebRtcMedia implements PeerMedia {
  private static final long LOOK_EVERY_MS = 250;

  private final ScheduledExecutorService operations =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "webrtc"));
  private final ScheduledExecutorService audio =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tone"));
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HeardAudio heard = new HeardAudio();

  private IceSettings ice = IceSettings.NO_SERVERS;
  private boolean muted;
  private Optional<WebRtcEngine> engine = Optional.empty();
  private volatile Optional<LinkedPeer> peer = Optional.empty();

  HeardAudio.Counts heard() {
    return heard.counts();
  }

  /** Whether everything native was let go of in time: before that the JVM should not exit. */
  boolean awaitClosed(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void useIce(IceSettings now) {
    run(() -> ice = now);
  }

  @Override
  public void start(Listener listener) {
    run(() -> begin(listener));
  }

  @Override
  public void mute(boolean now) {
    run(
        () -> {
          muted = now;
          engine.ifPresent(started -> started.mute(now));
        });
  }

  @Override
  public void offer(OfferId id, boolean iceRestart) {
    withPeer(linked -> linked.describe(id, descriptions -> descriptions.offer(iceRestart)));
  }

  @Override
  public void answer(OfferId id, String offer) {
    withPeer(linked -> linked.describe(id, descriptions -> descriptions.answer(offer)));
  }

  @Override
  public void accept(OfferId id, String answer) {
    withPeer(linked -> linked.accept(id, answer));
  }

  @Override
  public void addCandidate(IceCandidate candidate) {
    withPeer(linked -> linked.add(candidate));
  }

  @Override
  public MediaCounts counts() {
    return peer.map(LinkedPeer::counts).orElse(MediaCounts.NONE);
  }

  @Override
  public void reset(Listener listener) {
    run(
        () -> {
          peer.ifPresent(LinkedPeer::close);
          peer = engine.map(started -> new LinkedPeer(started, ice, this::run, listener));
        });
  }

  @Override
  public void close() {
    run(
        () -> {
          audio.shutdown();
          peer.ifPresent(LinkedPeer::close);
          peer = Optional.empty();
          engine.ifPresent(WebRtcEngine::dispose);
          operations.shutdownNow();
          closed.countDown();
        });
  }

  private void begin(Listener listener) {
    try {
      WebRtcEngine started = new WebRtcEngine(audio, heard);
      started.mute(muted);
      engine = Optional.of(started);
      peer = Optional.of(new LinkedPeer(started, ice, this::run, listener));
      var _ =
          operations.scheduleWithFixedDelay(
              () -> peer.ifPresent(LinkedPeer::look),
              LOOK_EVERY_MS,
              LOOK_EVERY_MS,
              TimeUnit.MILLISECONDS);
    } catch (LinkageError | RuntimeException e) {
      listener.failed(WebRtcLibrary.whyNot(e));
    }
  }

  private void withPeer(Consumer<LinkedPeer> operation) {
    run(() -> peer.ifPresent(operation));
  }

  /** After the close there is nothing left to do anything with. */
  private void run(Runnable operation) {
    try {
      operations.execute(operation);
    } catch (RejectedExecutionException closedAlready) {
      return;
    }
  }
}
