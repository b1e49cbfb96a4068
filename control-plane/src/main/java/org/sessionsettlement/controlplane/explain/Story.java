package org.sessionsettlement.controlplane.explain;

import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.oracle.Stage;
import org.sessionsettlement.controlplane.oracle.VerdictRecord;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Verdict;

/**
 * A booking's settlement in plain words: what is the case, why, and what happens next. Every
 * booking has a story, whatever its state.
 */
record Story(String summary, Next next) {
  private static final long MS_PER_SECOND = 1_000;

  static Story of(Situation situation) {
    return switch (situation.booking().standing().status()) {
      case BOOKED -> booked(situation);
      case CANCELLED -> cancelled(situation.booking());
      case ATTESTED -> attested(situation);
      case DISPUTED -> disputed(situation);
      case RESOLVED -> resolved(situation);
      case FINALIZED -> finalized(situation);
      case NONE -> new Story("There is no such booking.", Next.soon("Nothing."));
    };
  }

  private static Story booked(Situation situation) {
    var booking = situation.booking();
    if (situation.nowMs() < booking.slot().startMs()) {
      long start = booking.slot().startTimeSeconds();
      return new Story(
          "Booked. The session has not begun; the money lies in the escrow.",
          Next.at(start, "The session begins."));
    }
    return situation
        .attestation()
        .flatMap(ours -> BeingAttested.of(situation, ours))
        .or(() -> situation.verdict().map(verdict -> judged(situation, verdict)))
        .orElseGet(() -> notJudged(situation));
  }

  private static Story notJudged(Situation situation) {
    var booking = situation.booking();
    long lastSecond = AttestationWindow.lastSecondOfAll(booking.slot());
    if (situation.nowMs() / MS_PER_SECOND > lastSecond) {
      return new Story(
          "Nobody attested an outcome inside the contract's window, and it is over for good. The"
              + " contract's own fallback refunds the guest in full.",
          claim(booking, Verdict.Missed.CODE));
    }
    return new Story(
        "The session has begun and has not been looked at yet.",
        Next.at(booking.endSeconds(), "The session ends; it is decided by then or soon after."));
  }

  private static Story judged(Situation situation, VerdictRecord verdict) {
    return switch (verdict.kind()) {
      case ATTEST -> decided(situation.booking(), verdict);
      case WAIT -> waiting(situation.booking(), verdict);
      case MISSED -> missed(situation, verdict);
      case INCONCLUSIVE -> inconclusive(situation.booking());
    };
  }

  private static Story decided(BookingRecord booking, VerdictRecord verdict) {
    String outcome = verdict.decision().map(Words::decided).orElse("There is an answer.");
    return new Story(
        outcome + " It is attested once the session is over.",
        Next.at(booking.endSeconds(), "The outcome is attested."));
  }

  private static Story waiting(BookingRecord booking, VerdictRecord verdict) {
    long at = verdict.lookAgainMs().orElse(booking.endSeconds() * MS_PER_SECOND) / MS_PER_SECOND;
    String reason = verdict.reason().orElse("");
    return new Story(Words.waiting(reason), Next.at(at, "It is looked at again."));
  }

  private static Story missed(Situation situation, VerdictRecord verdict) {
    String would = verdict.decision().map(Words::decided).map(words -> " " + words).orElse("");
    String forced = situation.override().map(one -> " " + Words.forced(one)).orElse("");
    return new Story(
        "Nobody attested an outcome inside the contract's window, and it is over for good."
            + would
            + forced
            + " The contract's own fallback refunds the guest in full.",
        claim(situation.booking(), Verdict.Missed.CODE));
  }

  private static Story inconclusive(BookingRecord booking) {
    return new Story(
        "This service was not watching when it mattered, so it gives no answer by itself. An"
            + " operator may give one inside the contract's window, with a recorded reason; else"
            + " the guest is refunded in full.",
        claim(booking, Verdict.Inconclusive.CODE));
  }

  static Next claim(BookingRecord booking, String why) {
    return Next.at(
        booking.claimableAtSeconds(),
        "Guest or host may call claimIfUnattested (" + why + "): the guest gets everything back.");
  }

  private static Story cancelled(BookingRecord booking) {
    String who =
        booking
            .standing()
            .cancelledBy()
            .map(by -> by == EscrowOutcome.CANCELLED_BY_HOST ? " by the host" : " by the guest")
            .orElse("");
    return new Story(
        "Cancelled" + who + " before the session. The money has been credited on chain.",
        Next.soon("Whoever is owed money withdraws it."));
  }

  private static Story attested(Situation situation) {
    var booking = situation.booking();
    long until = booking.standing().finalizableAtSeconds();
    return new Story(
        "Attested as "
            + booking.standing().outcome().contractName()
            + ": "
            + Words.meaning(situation)
            + Words.byWhom(situation)
            + " Either party may challenge until it is final.",
        Next.at(until, "Unless challenged before, it becomes final and is settled."));
  }

  private static Story disputed(Situation situation) {
    var booking = situation.booking();
    long since = booking.standing().dispute().map(BookingRecord.Dispute::sinceSeconds).orElse(0L);
    return new Story(
        "Attested as "
            + booking.standing().outcome().contractName()
            + " and challenged. The escrow's owner reviews it."
            + situation.override().map(forced -> " " + Words.forced(forced)).orElse(""),
        Next.at(
            since + booking.terms().disputeTimeout(),
            "Unless resolved before, the attested outcome stands and the bond goes to the other"
                + " party."));
  }

  private static Story resolved(Situation situation) {
    var booking = situation.booking();
    return new Story(
        "The dispute is over; the outcome is "
            + booking.standing().outcome().contractName()
            + ": "
            + Words.meaning(situation),
        Next.at(booking.standing().finalizableAtSeconds(), "It is settled; anybody may do that."));
  }

  private static Story finalized(Situation situation) {
    var standing = situation.booking().standing();
    var next = Next.soon("Whoever is owed money withdraws it.");
    if (standing.refundedUnattested()) {
      return new Story(
          "Nobody attested an outcome in time"
              + why(situation)
              + "; the guest got everything back.",
          next);
    }
    return new Story(
        "Settled as "
            + standing.outcome().contractName()
            + ": "
            + Words.meaning(situation)
            + Words.byWhom(situation),
        next);
  }

  private static String why(Situation situation) {
    boolean withoutUs =
        situation
            .attestation()
            .filter(ours -> ours.stage() instanceof Stage.SettledWithoutUs)
            .isPresent();
    return withoutUs
        ? " (a party claimed the refund first)"
        : situation
            .verdict()
            .flatMap(VerdictRecord::reason)
            .map(reason -> " (" + reason + ")")
            .orElse("");
  }
}
