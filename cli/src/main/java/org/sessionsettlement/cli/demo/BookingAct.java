package org.sessionsettlement.cli.demo;

import java.util.List;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.localnet.StepBarrier;
import org.sessionsettlement.rules.SlotTerms;

/** Before the sessions: hosts open slots, guests book and pay, some step back. */
final class BookingAct {
  private static final long LATE_CANCEL_BEFORE_SECONDS = 30 * 60;

  private final Stage stage;

  BookingAct(Stage stage) {
    this.stage = stage;
  }

  /**
   * Books all, for this time; early cancellations follow at once, the late one shortly before the
   * start.
   */
  List<BookedSession> play(List<Cast.Pair> pairs, long startSeconds) {
    stage.progress().now("booking " + pairs.size() + " sessions");
    List<BookedSession> sessions =
        stage.parallel().map(pairs, pair -> book(pair, startOf(pair.scenario(), startSeconds)));
    cancel(sessions, false);
    stage.mover(sessions, StepBarrier.NONE).advanceTo(startSeconds - LATE_CANCEL_BEFORE_SECONDS);
    cancel(sessions, true);
    return sessions;
  }

  private void cancel(List<BookedSession> sessions, boolean late) {
    for (BookedSession session : sessions) {
      if (session.scenario().course() instanceof Course.Cancelled cancelled
          && cancelled.late() == late) {
        cancel(session, cancelled.by());
      }
    }
  }

  private static long startOf(Scenario scenario, long startSeconds) {
    return scenario.course() instanceof Course.OracleAway
        ? startSeconds + Programme.ORACLE_AWAY_STARTS_LATER_SECONDS
        : startSeconds;
  }

  private static BookedSession book(Cast.Pair pair, long startSeconds) {
    SlotTerms terms = Programme.termsStarting(startSeconds);
    pair.host().chain().setHostBasePrice(pair.scenario().priceUnits()).orThrow();
    long slotId = pair.host().chain().createSlot(offer(terms)).orThrow().value();
    long bookingId = pair.guest().chain().book(slotId).orThrow().value();
    return new BookedSession(pair.scenario(), pair.host(), pair.guest(), bookingId, terms);
  }

  private static SlotOffer offer(SlotTerms terms) {
    return new SlotOffer(
        terms.startTimeSeconds(),
        terms.durationMins(),
        Math.toIntExact(terms.graceMins()),
        terms.minOverlapMins(),
        Programme.CANCEL_CUTOFF_MINS);
  }

  private static void cancel(BookedSession session, Role by) {
    if (by == Role.HOST) {
      session.host().chain().cancelAsHost(session.bookingId()).orThrow();
    } else {
      session.guest().chain().cancelAsGuest(session.bookingId()).orThrow();
    }
  }
}
