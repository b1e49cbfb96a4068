package org.sessionsettlement.cli.demo;

/** A client's place in one session. */
public interface Seat {

  /** What the service said to a join or a heartbeat. */
  enum Answer {
    SEATED,
    /** The lease ran out: join anew. */
    LEASE_OVER,
    /** The service no longer takes anybody: the booking is settled, or over. */
    TURNED_AWAY
  }

  Answer join();

  Answer beat();

  void leave();

  /** Is gone, without a word. */
  void crash();
}
