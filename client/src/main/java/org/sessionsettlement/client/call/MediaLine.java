package org.sessionsettlement.client.call;

import java.util.function.Consumer;
import org.sessionsettlement.client.MediaCounts;

/** Speaks with the media; what an older connection still says is not heard. */
final class MediaLine {
  private final PeerMedia media;
  private final Mailbox mailbox;
  private final Consumer<CallEvent> events;
  private int connection;
  private boolean open;

  MediaLine(PeerMedia media, Mailbox mailbox, Consumer<CallEvent> events) {
    this.media = media;
    this.mailbox = mailbox;
    this.events = events;
  }

  /** Performs it if it is one of the media's; media that throw have failed. */
  void perform(CallEffect effect) {
    try {
      act(effect);
    } catch (RuntimeException e) {
      String detail = e.getClass().getSimpleName() + ": " + e.getMessage();
      mailbox.execute(() -> events.accept(new CallEvent.MediaFailed(detail)));
    }
  }

  /** As the media say; media that do not know have none. */
  MediaCounts counts() {
    try {
      return open ? media.counts() : MediaCounts.NONE;
    } catch (RuntimeException e) {
      return MediaCounts.NONE;
    }
  }

  private void act(CallEffect effect) {
    if (effect instanceof CallEffect.UseIce use) {
      media.useIce(use.ice());
    } else if (effect instanceof CallEffect.StartMedia) {
      open = true;
      media.start(listener());
    } else if (effect instanceof CallEffect.Silence silence) {
      media.mute(silence.muted());
    } else if (effect instanceof CallEffect.MakeOffer offer) {
      media.offer(offer.id(), offer.iceRestart());
    } else if (effect instanceof CallEffect.MakeAnswer answer) {
      media.answer(answer.id(), answer.offer());
    } else if (effect instanceof CallEffect.Accept accept) {
      media.accept(accept.id(), accept.answer());
    } else if (effect instanceof CallEffect.AddCandidate add) {
      media.addCandidate(add.candidate());
    } else if (effect instanceof CallEffect.ResetMedia) {
      media.reset(listener());
    } else if (effect instanceof CallEffect.CloseMedia) {
      open = false;
      media.close();
    }
  }

  private PeerMedia.Listener listener() {
    int mine = ++connection;
    return new MediaEvents(
        event ->
            mailbox.post(
                event,
                () -> {
                  if (mine == connection) {
                    events.accept(event);
                  }
                }));
  }
}
