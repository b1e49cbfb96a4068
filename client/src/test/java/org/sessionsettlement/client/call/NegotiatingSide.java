package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One side's rules with media and signals that lie in queues until a test lets them go on. */
final class NegotiatingSide {
  private final Queue<Runnable> mediaWork = new ArrayDeque<>();
  private final Queue<Signal> toHear = new ArrayDeque<>();
  private final String name;
  private CallState state = CallState.IDLE;
  private boolean timerRuns;
  private boolean gaveUp;
  private @Nullable NegotiatingSide other;
  private @Nullable OfferId localOffer;
  private String description = "none";

  NegotiatingSide(String role, String name) {
    this.name = name;
    on(new CallEvent.Start());
    on(new CallEvent.JoinAnswered(Seats.ok(Seats.seat(role + "-seat", role))));
  }

  void meets(NegotiatingSide peer) {
    other = peer;
    peer.other = this;
    on(new CallEvent.PeerJoined());
    peer.on(new CallEvent.PeerJoined());
    // Media that flow: so that retries do not run out, and what is tested is the agreement.
    on(new CallEvent.MediaUp());
    peer.on(new CallEvent.MediaUp());
  }

  void on(CallEvent event) {
    Step step = CallRules.next(state, event);
    state = step.state();
    step.effects().forEach(this::perform);
  }

  private void perform(CallEffect effect) {
    if (effect instanceof CallEffect.Send send && other != null) {
      other.toHear.add(send.signal());
    } else if (effect instanceof CallEffect.MakeOffer make) {
      mediaWork.add(() -> offer(make.id()));
    } else if (effect instanceof CallEffect.MakeAnswer make) {
      mediaWork.add(() -> answer(make));
    } else if (effect instanceof CallEffect.Accept accept) {
      mediaWork.add(() -> accept(accept));
    } else if (effect instanceof CallEffect.Wait wait) {
      timerRuns |= wait.timer() == CallTimer.MEDIA;
    } else if (effect instanceof CallEffect.WaitNoMore no && no.timer() == CallTimer.MEDIA) {
      timerRuns = false;
    }
  }

  private void offer(OfferId id) {
    localOffer = id;
    on(new CallEvent.Described(id, "offer " + id));
    on(new CallEvent.CandidateFound(id, Seats.CANDIDATE));
  }

  private void answer(CallEffect.MakeAnswer make) {
    localOffer = null;
    description = make.offer() + " / answer " + make.id();
    on(new CallEvent.Described(make.id(), "answer " + make.id()));
    on(new CallEvent.CandidateFound(make.id(), Seats.CANDIDATE));
  }

  /** WebRTC takes an answer only to the offer that is its local description. */
  private void accept(CallEffect.Accept accept) {
    assertThat(localOffer).as(name).isEqualTo(accept.id());
    localOffer = null;
    description = "offer " + accept.id() + " / " + accept.answer();
  }

  void timeIsUp() {
    if (timerRuns) {
      timerRuns = false;
      on(new CallEvent.TimeIsUp(CallTimer.MEDIA));
      gaveUp |= isStable();
    }
  }

  /** What was given up is not tried again by itself: here the user asks for it. */
  void offersAgainWhatItGaveUp() {
    if (gaveUp) {
      gaveUp = false;
      on(new CallEvent.OfferNeeded(false));
    }
  }

  boolean mediaDoTheirNext() {
    Runnable work = mediaWork.poll();
    if (work != null) {
      work.run();
    }
    return work != null;
  }

  boolean hearsTheNext() {
    Signal signal = toHear.poll();
    if (signal != null) {
      on(new CallEvent.Received(signal));
    }
    return signal != null;
  }

  void losesASignal() {
    toHear.poll();
  }

  boolean hasOffered() {
    return state.talk().negotiation().turn() instanceof Negotiation.Turn.Offered;
  }

  boolean isStable() {
    return state.talk().negotiation().isStable();
  }

  Optional<OfferId> agreed() {
    return state.talk().negotiation().agreed();
  }

  String description() {
    return description;
  }
}
