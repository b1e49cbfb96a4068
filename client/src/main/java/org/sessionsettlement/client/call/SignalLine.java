package org.sessionsettlement.client.call;

import java.util.function.Consumer;
import org.sessionsettlement.client.MediaCounts;
import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** Speaks with the signalling; what an older seat's still says is not heard. */
final class SignalLine {
  private final Signalling signalling;
  private final Mailbox mailbox;
  private final Consumer<CallEvent> events;
  private int opened;

  SignalLine(Signalling signalling, Mailbox mailbox, Consumer<CallEvent> events) {
    this.signalling = signalling;
    this.mailbox = mailbox;
    this.events = events;
  }

  /** Performs it if it is one of the signalling's; what throws is lost, as any signal may be. */
  void perform(CallEffect effect) {
    try {
      act(effect);
    } catch (RuntimeException lost) {
      // The rest of the step still counts: a leave above all. CallTimer.MEDIA tries again.
      return;
    }
  }

  /** Whether it is on its way. */
  boolean heartbeat(MediaCounts media) {
    try {
      return signalling.heartbeat(media);
    } catch (RuntimeException lost) {
      return false;
    }
  }

  private void act(CallEffect effect) {
    if (effect instanceof CallEffect.OpenSignalling open) {
      signalling.open(open.seat(), listener(open.seat()));
    } else if (effect instanceof CallEffect.Send send) {
      signalling.send(send.signal());
    } else if (effect instanceof CallEffect.CloseSignalling) {
      signalling.close();
    }
  }

  private Signalling.Listener listener(Joined seat) {
    int mine = ++opened;
    return new SignalEvents(
        seat,
        event ->
            mailbox.post(
                event,
                () -> {
                  if (mine == opened) {
                    events.accept(event);
                  }
                }));
  }
}
