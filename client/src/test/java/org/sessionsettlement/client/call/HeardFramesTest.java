package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardFramesTest {
  private static final SignalFrame OPENED = new SignalFrame.Opened(1, 2);

  private final Told told = new Told();
  private final HeardFrames frames = new HeardFrames(told);

  @Test
  void aPeerThatJoinedAnewHasLeftFirst() {
    hear(OPENED, new SignalFrame.PeerJoined("a"), new SignalFrame.PeerJoined("a"));
    assertThat(told.heard).containsExactly("joined", "joined");

    hear(new SignalFrame.PeerJoined("b"));
    assertThat(told.heard).endsWith("left", "joined");
  }

  @Test
  void aPeerThatTheServiceSaidHasLeftLeavesOnce() {
    hear(OPENED, new SignalFrame.PeerJoined("a"), new SignalFrame.PeerLeft());
    hear(new SignalFrame.PeerJoined("b"));

    assertThat(told.heard).containsExactly("joined", "left", "joined");
  }

  @Test
  void knowsNothingOfThePeerAfterASocketThatWasDown() {
    hear(OPENED, new SignalFrame.PeerJoined("a"), OPENED);
    assertThat(told.heard).containsExactly("joined", "reconnecting");

    hear(new SignalFrame.PeerJoined("a"));
    assertThat(told.heard).endsWith("reconnecting", "joined");
  }

  @Test
  void handsOnEverythingElse() {
    hear(
        OPENED,
        new SignalFrame.PeerReconnecting(),
        new SignalFrame.FromPeer(new Signal.Bye()),
        new SignalFrame.HeartbeatOk(5),
        new SignalFrame.SessionOver(),
        new SignalFrame.SeatOver("left"));

    assertThat(told.heard)
        .containsExactly("reconnecting", "Bye[]", "taken at 5", "session over", "over: left");
  }

  private void hear(SignalFrame... heard) {
    for (SignalFrame frame : heard) {
      frames.hear(frame);
    }
  }
}
