package org.sessionsettlement.client.call;

/** What the two parties say to each other through the service. */
public sealed interface Signal {

  /** A session description that asks for an answer. */
  record Offer(OfferId id, String description) implements Signal {}

  /** The session description that answers that offer. */
  record Answer(OfferId id, String description) implements Signal {}

  /** An ICE candidate that belongs to the sender's side of that offer and its answer. */
  record Candidate(OfferId id, IceCandidate candidate) implements Signal {}

  /** Asks for an offer with an ICE restart. */
  record Restart() implements Signal {}

  /** The sender has hung up. It decides nothing about presence: the receiver stays joined. */
  record Bye() implements Signal {}
}
