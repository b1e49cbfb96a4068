package org.sessionsettlement.client.call;

/**
 * The part of a call that pays.
 *
 * @param wanted whether the party still wants to be present
 * @param reachable whether the service answered last time
 * @param quickLosses seats lost in a row before they were steady
 */
record Presence(Seat seat, boolean wanted, boolean reachable, int quickLosses) {
  static final Presence NONE = new Presence(new Seat.None(), false, true, 0);

  Presence with(Seat next) {
    return new Presence(next, wanted, reachable, quickLosses);
  }

  Presence wanting(boolean now) {
    return new Presence(seat, now, reachable, quickLosses);
  }

  Presence reachable(boolean now) {
    return new Presence(seat, wanted, now, quickLosses);
  }

  Presence quickLosses(int now) {
    return new Presence(seat, wanted, reachable, now);
  }

  /** Whether heartbeats are sent. */
  boolean isHeld() {
    return seat instanceof Seat.Held;
  }
}
