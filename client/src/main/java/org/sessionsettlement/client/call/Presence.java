package org.sessionsettlement.client.call;

/**
 * The part of a call that pays.
 *
 * @param wanted whether the party still wants to be present
 * @param reachable whether the service answered last time
 */
record Presence(Seat seat, boolean wanted, boolean reachable) {
  static final Presence NONE = new Presence(new Seat.None(), false, true);

  Presence with(Seat next) {
    return new Presence(next, wanted, reachable);
  }

  Presence wanting(boolean now) {
    return new Presence(seat, now, reachable);
  }

  Presence reachable(boolean now) {
    return new Presence(seat, wanted, now);
  }

  /** Whether heartbeats are sent. */
  boolean isHeld() {
    return seat instanceof Seat.Held;
  }
}
