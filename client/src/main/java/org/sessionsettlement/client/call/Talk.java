package org.sessionsettlement.client.call;

/**
 * The part of a call that is heard.
 *
 * @param tries offers made in a row that brought no media
 * @param watched whether {@link CallTimer#MEDIA} runs
 */
record Talk(
    Peer peer, Link link, boolean muted, Negotiation negotiation, int tries, boolean watched) {
  static final Talk NONE = new Talk(Peer.ABSENT, Link.NEW, false, Negotiation.NONE, 0, false);

  /** Where the peer is, says the service. */
  enum Peer {
    ABSENT,
    THERE,
    /** Its connection to the service is cut; media may flow all the same. */
    AWAY
  }

  /** Whether media flow. */
  enum Link {
    NEW,
    UP,
    DOWN
  }

  Talk peer(Peer now) {
    return new Talk(now, link, muted, negotiation, tries, watched);
  }

  Talk link(Link now) {
    return new Talk(peer, now, muted, negotiation, tries, watched);
  }

  Talk muted(boolean now) {
    return new Talk(peer, link, now, negotiation, tries, watched);
  }

  Talk negotiation(Negotiation now) {
    return new Talk(peer, link, muted, now, tries, watched);
  }

  Talk tries(int now) {
    return new Talk(peer, link, muted, negotiation, now, watched);
  }

  Talk watched(boolean now) {
    return new Talk(peer, link, muted, negotiation, tries, now);
  }

  /** Without a peer, with this negotiation. */
  Talk alone(Negotiation fresh) {
    return new Talk(Peer.ABSENT, Link.NEW, muted, fresh, 0, watched);
  }

  /** Whether there is something that time must bring on: media, or an answer. */
  boolean isUnsettled() {
    return peer != Peer.ABSENT && (link != Link.UP || !negotiation.isStable());
  }
}
