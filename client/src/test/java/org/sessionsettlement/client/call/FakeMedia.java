package org.sessionsettlement.client.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.client.IceSettings;
import org.sessionsettlement.client.MediaCounts;

/** Media that flow once both ends agree on an offer, unless they were cut since. */
final class FakeMedia implements PeerMedia {
  boolean muted;
  int closed;
  MediaCounts counts = MediaCounts.NONE;
  IceSettings ice = IceSettings.NO_SERVERS;
  private @Nullable FakeMedia other;
  private @Nullable Listener listener;
  private Optional<OfferId> agreed = Optional.empty();

  void wire(FakeMedia peer) {
    other = peer;
    peer.other = this;
  }

  /** The way between the two is gone: only an agreement of later finds another. */
  void cut() {
    drop();
    if (other != null) {
      other.drop();
    }
  }

  private void drop() {
    agreed = Optional.empty();
    if (listener != null) {
      listener.disconnected();
    }
  }

  void breakDown() {
    if (listener != null) {
      listener.failed("no microphone");
    }
  }

  @Override
  public void useIce(IceSettings now) {
    ice = now;
  }

  @Override
  public void start(Listener heard) {
    listener = heard;
  }

  @Override
  public void mute(boolean now) {
    muted = now;
  }

  @Override
  public void offer(OfferId id, boolean iceRestart) {
    described(id, "offer");
  }

  @Override
  public void answer(OfferId id, String offer) {
    described(id, "answer to " + offer);
    agree(id);
  }

  @Override
  public void accept(OfferId id, String answer) {
    agree(id);
  }

  private void described(OfferId id, String description) {
    if (listener != null) {
      listener.described(id, description);
      listener.candidate(id, Seats.CANDIDATE);
    }
  }

  private void agree(OfferId id) {
    agreed = Optional.of(id);
    if (other != null && other.agreed.equals(agreed)) {
      connected();
      other.connected();
    }
  }

  private void connected() {
    if (listener != null) {
      listener.connected();
      listener.quality(new Quality(20, 0));
    }
  }

  @Override
  public void addCandidate(IceCandidate candidate) {}

  @Override
  public MediaCounts counts() {
    return counts;
  }

  @Override
  public void reset(Listener heard) {
    listener = heard;
    agreed = Optional.empty();
  }

  @Override
  public void close() {
    closed++;
  }
}
