package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.client.call.CallPhase;

/** Two whole calls in one process, with libwebrtc between them. */
class WebRtcCallTest {
  private static final CallPhase CONNECTED = new CallPhase.Connected();
  private static final long FRAMES = 50;
  private static final long CLOSE_TIMEOUT_MS = 20_000;

  private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService network = Executors.newCachedThreadPool();
  private final ExecutorService wire = Executors.newSingleThreadExecutor();
  private final Room room = new Room(wire);
  private final RoomParty host = new RoomParty("host", room.host(), alarms, network);
  private final RoomParty guest = new RoomParty("guest", room.guest(), alarms, network);

  @AfterEach
  void closeBoth() throws InterruptedException {
    host.call.close();
    guest.call.close();
    assertThat(host.media.awaitClosed(CLOSE_TIMEOUT_MS)).isTrue();
    assertThat(guest.media.awaitClosed(CLOSE_TIMEOUT_MS)).isTrue();
    alarms.shutdownNow();
    network.shutdownNow();
    wire.shutdownNow();
  }

  @Test
  void eachHearsTheOtherAndNotTheMutedOneAndAgainAfterAnIceRestart() throws Exception {
    host.call.start();
    guest.call.start();
    host.awaitPhase(CONNECTED);
    guest.awaitPhase(CONNECTED);
    host.awaitHeard(new HeardAudio.Counts(0, 0), FRAMES, 0);
    guest.awaitHeard(new HeardAudio.Counts(0, 0), FRAMES, 0);

    host.call.mute(true);
    guest.awaitHeard(guest.media.heard(), 0, FRAMES);
    host.call.mute(false);
    guest.awaitHeard(guest.media.heard(), FRAMES, 0);

    host.call.networkChanged();
    host.awaitHeard(host.media.heard(), 2 * FRAMES, 0);
    guest.awaitHeard(guest.media.heard(), 2 * FRAMES, 0);
    assertThat(host.media.counts().bytesReceived()).isPositive();
  }
}
