package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.localnet.TimeMover;

/** After the sessions: a window passes unattested, the keeper settles, everybody is paid out. */
final class SettlementAct {
  private static final long COMPLETED_WINDOW_AFTER_END_SECONDS = 2 * 3_600;
  private static final long MARGIN_SECONDS = 10;

  private final Stage stage;

  SettlementAct(Stage stage) {
    this.stage = stage;
  }

  void play(List<BookedSession> sessions, Player treasury) {
    List<BookedSession> unattested =
        sessions.stream().filter(BookedSession::losesItsOracle).toList();
    missTheWindow(unattested);
    TimeMover mover = stage.mover(List.of(), StepBarrier.NONE);
    claim(unattested, mover);
    timeOutDisputes(sessions, mover);
    awaitTheKeeper(sessions);
    withdraw(sessions, treasury);
  }

  private void missTheWindow(List<BookedSession> unattested) {
    stage.progress().now("the oracle is away");
    stage.stack().service().stop();
    for (BookedSession session : unattested) {
      stage
          .clock()
          .moveTo(session.endSeconds() + COMPLETED_WINDOW_AFTER_END_SECONDS + MARGIN_SECONDS);
    }
    stage.stack().service().startAgain();
  }

  private void claim(List<BookedSession> unattested, TimeMover mover) {
    stage.progress().now("claiming the refund");
    for (BookedSession session : unattested) {
      long buffer = stage.escrow().terms(session.bookingId()).noAttestBuffer();
      mover.advanceTo(session.endSeconds() + buffer + MARGIN_SECONDS);
      session.guest().chain().claimIfUnattested(session.bookingId()).orThrow();
    }
  }

  private void timeOutDisputes(List<BookedSession> sessions, TimeMover mover) {
    for (BookedSession session : sessions) {
      Booking booking = stage.escrow().booking(session.bookingId());
      if (booking.status() == BookingStatus.DISPUTED) {
        long timeout = stage.escrow().terms(session.bookingId()).disputeTimeout();
        mover.advanceTo(booking.disputedAt() + timeout + MARGIN_SECONDS);
      }
    }
  }

  private void awaitTheKeeper(List<BookedSession> sessions) {
    stage.progress().now("waiting for the keeper");
    stage
        .watch()
        .awaitAll(
            "the settlement", sessions, List.of(BookingStatus.FINALIZED, BookingStatus.CANCELLED));
  }

  private void withdraw(List<BookedSession> sessions, Player treasury) {
    stage.progress().now("paying out");
    List<Player> players = new ArrayList<>(List.of(treasury));
    sessions.forEach(session -> players.addAll(List.of(session.host(), session.guest())));
    List<BigInteger> owed = stage.escrow().owed(players.stream().map(Player::address).toList());
    List<Player> creditors =
        players.stream().filter(player -> owed.get(players.indexOf(player)).signum() > 0).toList();
    stage.parallel().forEach(creditors, player -> player.chain().withdrawOwed().orThrow());
  }
}
