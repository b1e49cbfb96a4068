package org.sessionsettlement.client.call;

import org.sessionsettlement.client.SessionVoiceApi.Joined;

/**
 * Sends heartbeats over the signalling while that is open, and over HTTP where it is not or does
 * not answer. Used in the mailbox only.
 */
final class Heartbeats {
  private final SignalLine signals;
  private final SeatLine seats;
  private final MediaLine media;
  private final CallScheduler scheduler;
  private final Mailbox mailbox;
  private CallScheduler.Alarm alarm = () -> {};
  private int awaited;

  Heartbeats(
      SignalLine signals,
      SeatLine seats,
      MediaLine media,
      CallScheduler scheduler,
      Mailbox mailbox) {
    this.signals = signals;
    this.seats = seats;
    this.media = media;
    this.scheduler = scheduler;
    this.mailbox = mailbox;
  }

  void send(Joined seat) {
    answered();
    if (!signals.heartbeat(media.counts())) {
      seats.beat(seat, media.counts());
      return;
    }
    int mine = awaited;
    alarm =
        scheduler.after(
            CallTimes.SOCKET_BEAT_PATIENCE_MS, () -> mailbox.execute(() -> unanswered(seat, mine)));
  }

  /** Nothing is awaited any more: an answer came, or the seat is given up. */
  void answered() {
    awaited++;
    alarm.cancel();
  }

  private void unanswered(Joined seat, int which) {
    if (which == awaited) {
      seats.beat(seat, media.counts());
    }
  }
}
