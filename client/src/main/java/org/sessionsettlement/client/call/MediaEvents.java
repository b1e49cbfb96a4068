package org.sessionsettlement.client.call;

import java.util.function.Consumer;

/** What media say, as events. */
record MediaEvents(Consumer<CallEvent> events) implements PeerMedia.Listener {
  @Override
  public void described(OfferId id, String description) {
    events.accept(new CallEvent.Described(id, description));
  }

  @Override
  public void notDescribed(OfferId id, String detail) {
    events.accept(new CallEvent.NotDescribed(id, detail));
  }

  @Override
  public void candidate(OfferId id, IceCandidate candidate) {
    events.accept(new CallEvent.CandidateFound(id, candidate));
  }

  @Override
  public void negotiationNeeded() {
    events.accept(new CallEvent.OfferNeeded(false));
  }

  @Override
  public void connected() {
    events.accept(new CallEvent.MediaUp());
  }

  @Override
  public void disconnected() {
    events.accept(new CallEvent.MediaDown());
  }

  @Override
  public void quality(Quality quality) {
    events.accept(new CallEvent.QualitySeen(quality));
  }

  @Override
  public void failed(String detail) {
    events.accept(new CallEvent.MediaFailed(detail));
  }
}
