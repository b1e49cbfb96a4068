package org.sessionsettlement.client.call;

import java.util.List;
import java.util.Optional;

/**
 * Perfect negotiation (W3C WebRTC, "Perfect negotiation example"): either side may offer at any
 * time; where both do, the polite one takes its offer back and the impolite one ignores the
 * other's.
 *
 * @param polite the guest
 * @param connectionId of the own seat; empty before there is one
 * @param made how many offers this seat has made
 * @param agreed the offer that both sides last agreed on, as far as this side knows
 * @param remote the offer that the peer's description here belongs to: its candidates are of use
 * @param again whether to offer, with an ICE restart, as soon as this is stable
 */
record Negotiation(
    boolean polite,
    String connectionId,
    int made,
    Turn turn,
    Optional<OfferId> agreed,
    Optional<OfferId> remote,
    Again again) {

  private static final Turn STABLE = new Turn.Stable();

  /** Before there is a seat. */
  static final Negotiation NONE = ofSeat(true, "");

  /** Whose turn it is. */
  sealed interface Turn {
    record Stable() implements Turn {}

    /** The media are making an offer. */
    record Making(OfferId id, boolean iceRestart) implements Turn {}

    /** The peer has our offer. */
    record Offered(OfferId id, boolean iceRestart) implements Turn {}

    /** The media are answering the peer's offer. */
    record Answering(OfferId id) implements Turn {}
  }

  /** What is still to be offered. */
  enum Again {
    NOTHING,
    OFFER,
    ICE_RESTART
  }

  /** What follows. */
  record Move(Negotiation next, List<CallEffect> effects) {
    private static Move to(Negotiation next, CallEffect... effects) {
      return new Move(next, List.of(effects));
    }
  }

  static Negotiation ofSeat(boolean polite, String connectionId) {
    return new Negotiation(
        polite, connectionId, 0, STABLE, Optional.empty(), Optional.empty(), Again.NOTHING);
  }

  /** With a peer that knows of nothing; offer numbers go on. */
  Negotiation fresh() {
    return new Negotiation(
        polite, connectionId, made, STABLE, Optional.empty(), Optional.empty(), Again.NOTHING);
  }

  boolean hasSeat() {
    return !connectionId.isEmpty();
  }

  boolean isStable() {
    return turn instanceof Turn.Stable;
  }

  /** Offers now if this is stable, else as soon as it is. */
  Move offer(boolean iceRestart) {
    if (isStable()) {
      return offerAnew(iceRestart);
    }
    return Move.to(again(iceRestart || again == Again.ICE_RESTART));
  }

  /** Offers now; an own offer that nobody answered is forgotten, and so is an answer never made. */
  Move offerAnew(boolean iceRestart) {
    OfferId id = new OfferId(connectionId, made + 1);
    Turn making = new Turn.Making(id, iceRestart);
    return Move.to(
        new Negotiation(polite, connectionId, made + 1, making, agreed, remote, Again.NOTHING),
        new CallEffect.MakeOffer(id, iceRestart));
  }

  /** The media have made an offer or an answer. */
  Move described(OfferId id, String description) {
    if (turn instanceof Turn.Making making && making.id().equals(id)) {
      return Move.to(
          turn(new Turn.Offered(id, making.iceRestart())), send(new Signal.Offer(id, description)));
    }
    if (turn instanceof Turn.Answering answering && answering.id().equals(id)) {
      return agreed(id, send(new Signal.Answer(id, description)));
    }
    return Move.to(this);
  }

  /** The media could not do it; {@link CallTimer#MEDIA} brings the next attempt. */
  Negotiation notDescribed(OfferId id) {
    boolean isThis =
        (turn instanceof Turn.Making making && making.id().equals(id))
            || (turn instanceof Turn.Answering answering && answering.id().equals(id));
    return isThis ? turn(STABLE) : this;
  }

  /** Forgets what was not agreed on; an answer that comes all the same is of no use. */
  Negotiation abandoned() {
    return new Negotiation(polite, connectionId, made, STABLE, agreed, remote, Again.NOTHING);
  }

  /** The peer's offer; ignored where it meets ours and we are the impolite one. */
  Move offered(Signal.Offer offer) {
    boolean collision = turn instanceof Turn.Making || turn instanceof Turn.Offered;
    if (collision && !polite) {
      return Move.to(this);
    }
    Negotiation next = takesBackIceRestart() ? again(true) : this;
    return Move.to(
        next.remote(offer.id()).turn(new Turn.Answering(offer.id())),
        new CallEffect.MakeAnswer(offer.id(), offer.description()));
  }

  /** The peer's answer; of no use unless it is to the offer that waits for one. */
  Move answered(Signal.Answer answer) {
    if (turn instanceof Turn.Offered offered && offered.id().equals(answer.id())) {
      return remote(answer.id())
          .agreed(answer.id(), new CallEffect.Accept(answer.id(), answer.description()));
    }
    return Move.to(this);
  }

  Move candidate(Signal.Candidate candidate) {
    boolean ofUse = remote.filter(candidate.id()::equals).isPresent();
    return ofUse
        ? Move.to(this, new CallEffect.AddCandidate(candidate.candidate()))
        : Move.to(this);
  }

  private boolean takesBackIceRestart() {
    return (turn instanceof Turn.Making making && making.iceRestart())
        || (turn instanceof Turn.Offered offered && offered.iceRestart());
  }

  private Move agreed(OfferId id, CallEffect effect) {
    Negotiation stable =
        new Negotiation(polite, connectionId, made, STABLE, Optional.of(id), remote, Again.NOTHING);
    if (again == Again.NOTHING) {
      return Move.to(stable, effect);
    }
    Move further = stable.offerAnew(again == Again.ICE_RESTART);
    return Move.to(further.next(), effect, further.effects().get(0));
  }

  private Negotiation turn(Turn now) {
    return new Negotiation(polite, connectionId, made, now, agreed, remote, again);
  }

  private Negotiation remote(OfferId now) {
    return new Negotiation(polite, connectionId, made, turn, agreed, Optional.of(now), again);
  }

  private Negotiation again(boolean iceRestart) {
    Again now = iceRestart ? Again.ICE_RESTART : Again.OFFER;
    return new Negotiation(polite, connectionId, made, turn, agreed, remote, now);
  }

  private static CallEffect send(Signal signal) {
    return new CallEffect.Send(signal);
  }
}
