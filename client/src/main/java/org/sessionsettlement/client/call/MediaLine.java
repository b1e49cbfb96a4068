package org.sessionsettlement.client.call;

import java.util.function.Consumer;

/** Speaks with the media; what an older connection still says is not heard. */
final class MediaLine {
  private final PeerMedia media;
  private final Consumer<Runnable> mailbox;
  private final Consumer<CallEvent> events;
  private int connection;

  MediaLine(PeerMedia media, Consumer<Runnable> mailbox, Consumer<CallEvent> events) {
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
      mailbox.accept(() -> events.accept(new CallEvent.MediaFailed(detail)));
    }
  }

  private void act(CallEffect effect) {
    if (effect instanceof CallEffect.StartMedia) {
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
      media.close();
    }
  }

  private PeerMedia.Listener listener() {
    int mine = ++connection;
    return new MediaEvents(
        event ->
            mailbox.accept(
                () -> {
                  if (mine == connection) {
                    events.accept(event);
                  }
                }));
  }
}
