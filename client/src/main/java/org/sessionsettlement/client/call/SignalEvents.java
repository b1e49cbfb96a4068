package org.sessionsettlement.client.call;

import java.util.function.Consumer;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** What the signalling of a seat says, as events. */
record SignalEvents(Joined seat, Consumer<CallEvent> events) implements Signalling.Listener {
  private static final int CONFLICT = 409;

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
  public void heartbeatTaken(long nowMs) {
    events.accept(new CallEvent.BeatAnswered(seat, new ApiResult.Ok<>(nowMs)));
  }

  @Override
  public void seatOver(String code) {
    ApiResult<Long> over = new ApiResult.Refused<>(CONFLICT, code, "");
    events.accept(new CallEvent.BeatAnswered(seat, over));
  }

  @Override
  public void sessionOver() {
    events.accept(new CallEvent.SessionOver());
  }
}
