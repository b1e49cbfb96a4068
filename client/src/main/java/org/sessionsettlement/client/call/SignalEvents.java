package org.sessionsettlement.client.call;

import java.util.function.Consumer;

/** What signalling says, as events. */
record SignalEvents(Consumer<CallEvent> events) implements Signalling.Listener {
  @Override
  public void peerJoined() {
    events.accept(new CallEvent.PeerJoined());
  }

  @Override
  public void peerReconnecting() {
    events.accept(new CallEvent.PeerReconnecting());
  }

  @Override
  public void peerLeft() {
    events.accept(new CallEvent.PeerLeft());
  }

  @Override
  public void received(Signal signal) {
    events.accept(new CallEvent.Received(signal));
  }

  @Override
  public void sessionOver() {
    events.accept(new CallEvent.SessionOver());
  }
}
