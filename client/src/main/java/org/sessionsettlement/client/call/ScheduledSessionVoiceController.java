package org.sessionsettlement.client.call;

import java.util.function.Consumer;
import java.util.function.Function;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.SessionVoiceApi;

/**
 * One call of one party in one booked session: joins, stays present by heartbeats, finds the peer,
 * keeps the media going, and leaves.
 *
 * <p>Presence does not hang on the media: heartbeats go on while media fail, and after they have
 * failed for good, until {@link #close}. The leave is sent again and again until it is known to
 * have arrived or the lease has ended anyway. Every method may be called on any thread, returns at
 * once, and does nothing where it makes no sense; what comes of it the listener hears.
 */
public final class ScheduledSessionVoiceController implements AutoCloseable {
  private final SessionVoiceApi voice;
  private final CallScheduler clock;
  private final CallListener listener;
  private final Mailbox mailbox;
  private final SeatLine seat;
  private final MediaLine media;
  private final SignalLine signals;
  private final Heartbeats beats;
  private final Alarms alarms;
  private final TalkTime talkTime = new TalkTime();
  private volatile CallState state = CallState.IDLE;

  /**
   * A call that is not started yet.
   *
   * @param request as for {@link SessionVoiceApi#join}
   * @param media the controller's from now on: closed once, when the call ends or fails
   */
  public ScheduledSessionVoiceController(
      JoinRequest request,
      SessionVoiceApi voice,
      PeerMedia media,
      Signalling signalling,
      CallThreads threads,
      CallListener listener) {
    this.voice = voice;
    this.clock = threads.scheduler();
    this.listener = listener;
    this.mailbox = new Mailbox(threads.callbacks());
    this.seat = new SeatLine(request, voice, threads.network(), this::post);
    this.media = new MediaLine(media, mailbox, this::handle);
    this.signals = new SignalLine(signalling, mailbox, this::handle);
    this.beats = new Heartbeats(signals, seat, this.media, clock, mailbox);
    this.alarms = new Alarms(clock, mailbox, timer -> handle(new CallEvent.TimeIsUp(timer)));
  }

  /** Joins as soon as the service lets one; once. */
  public void start() {
    post(new CallEvent.Start());
  }

  public void mute(boolean muted) {
    post(new CallEvent.Mute(muted));
  }

  /** The phone has another network now: brings the media over to it. */
  public void networkChanged() {
    post(new CallEvent.OfferNeeded(true));
  }

  /** Hangs up and gives the seat up, from every phase. */
  @Override
  public void close() {
    post(new CallEvent.HangUp());
  }

  /**
   * Asks the service something else, such as how the session stands, where that may block; hands on
   * its answer as it is, in order with what the listener hears.
   */
  public <T> void ask(
      Function<SessionVoiceApi, ApiResult<T>> question, Consumer<ApiResult<T>> then) {
    seat.ask(() -> question.apply(voice), answer -> mailbox.execute(() -> then.accept(answer)));
  }

  public CallPhase phase() {
    return state.phase();
  }

  /** Whether the service takes the party for present, as far as is known here. */
  public boolean isPresent() {
    return state.presence().isHeld();
  }

  /** Whether the service says that the peer is there. */
  public boolean isPeerPresent() {
    return state.talk().peer() != Talk.Peer.ABSENT;
  }

  public boolean isMuted() {
    return state.talk().muted();
  }

  /** Since media first flowed until the call was over; 0 before. */
  public long durationMs() {
    return talkTime.millis(clock.nowMs());
  }

  private void post(CallEvent event) {
    mailbox.execute(() -> handle(event));
  }

  private void handle(CallEvent event) {
    if (event instanceof CallEvent.BeatAnswered) {
      beats.answered();
    }
    CallState before = state;
    Step step = CallRules.next(before, event);
    state = step.state();
    step.effects().forEach(this::perform);
    tell(before, step.state());
  }

  private void tell(CallState before, CallState now) {
    CallPhase phase = now.phase();
    if (!phase.equals(before.phase())) {
      talkTime.see(phase, clock.nowMs());
      listener.onPhase(phase);
    }
    if (isGivenUp(now) && !isGivenUp(before)) {
      listener.onSeatGivenUp();
    }
  }

  private static boolean isGivenUp(CallState state) {
    return state.presence().seat() instanceof Seat.Over;
  }

  private void perform(CallEffect effect) {
    if (effect instanceof CallEffect.Join) {
      seat.join();
    } else if (effect instanceof CallEffect.Beat beat) {
      beats.send(beat.seat());
    } else if (effect instanceof CallEffect.Leave leave) {
      beats.answered();
      seat.leave(leave.seat());
    } else if (effect instanceof CallEffect.Wait wait) {
      alarms.start(wait.timer(), wait.millis());
    } else if (effect instanceof CallEffect.WaitNoMore no) {
      alarms.stop(no.timer());
    } else if (effect instanceof CallEffect.Tell tell) {
      listener.onQuality(tell.quality());
    } else {
      media.perform(effect);
      signals.perform(effect);
    }
  }
}
