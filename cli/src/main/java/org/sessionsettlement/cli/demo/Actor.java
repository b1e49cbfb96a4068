package org.sessionsettlement.cli.demo;

import org.sessionsettlement.cli.demo.Seat.Answer;

/** Plays one party's script on one seat. */
public final class Actor {
  private final long startSeconds;
  private final Seat seat;
  private Attendance attendance;

  /** Has not begun yet; its slot starts then, unix seconds. */
  public Actor(long startSeconds, Script script, Seat seat) {
    this.startSeconds = startSeconds;
    this.seat = seat;
    this.attendance = Attendance.begin(script);
  }

  /** Does what the script wants at this time of the chain. */
  public void play(long nowSeconds) {
    Attendance.Turn turn = attendance.actAt(nowSeconds - startSeconds);
    attendance = turn.after();
    switch (turn.action()) {
      case NOTHING -> {}
      case JOIN -> settle(seat.join());
      case BEAT -> settle(seat.beat());
      case LEAVE -> seat.leave();
      case CRASH -> seat.crash();
    }
  }

  /** As a client does: a lost lease is a new join; who is turned away goes home. */
  private void settle(Answer answer) {
    switch (answer) {
      case SEATED -> {}
      case LEASE_OVER -> settle(seat.join());
      case TURNED_AWAY -> attendance = Attendance.begin(Script.absent());
    }
  }
}
