package org.sessionsettlement.client.call;

import org.sessionsettlement.client.SessionVoiceApi.Joined;

/** What a party has of its seat. */
sealed interface Seat {

  record None() implements Seat {}

  /**
   * Wanted.
   *
   * @param tries how often it was asked for
   * @param asked whether an answer is awaited; else the time to ask again is
   */
  record Asked(int tries, boolean asked) implements Seat {}

  /**
   * Held, and kept by heartbeats.
   *
   * @param beating whether a heartbeat's answer is awaited
   * @param tries how often a seat was asked for; 0 once this one has lasted to a heartbeat
   */
  record Held(Joined joined, boolean beating, int tries) implements Seat {}

  /**
   * Given up; the service may not know yet.
   *
   * @param asked whether a leave's answer is awaited; else the time to say it again is
   */
  record Leaving(Joined joined, boolean asked) implements Seat {}

  /** Given up for good. */
  record Over() implements Seat {}
}
