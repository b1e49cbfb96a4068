package org.sessionsettlement.controlplane.oracle;

import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.Verdict;

/**
 * What the rulebook says of a booking, and what follows from it: nothing of it is stored yet.
 *
 * @param payload where it is to be attested now
 */
record Judgement(
    BookingRecord booking,
    Facts facts,
    Verdict verdict,
    Plan plan,
    VerdictRecord record,
    Optional<MetricsPayloads.Payload> payload) {

  /** Judges, at this time of the service's clock. */
  static Judgement of(BookingRecord booking, Facts facts, PayloadMaker payloads, long nowMs) {
    return of(booking, facts, Rulebook.decide(facts), payloads, nowMs);
  }

  /**
   * An operator forced an outcome whose window is over: it is missed, and what the rulebook says is
   * not attested in its place.
   */
  static Judgement ofMissedOverride(
      BookingRecord booking, Facts facts, PayloadMaker payloads, long nowMs) {
    return of(booking, facts, new Verdict.Missed(Rulebook.decision(facts)), payloads, nowMs);
  }

  private static Judgement of(
      BookingRecord booking, Facts facts, Verdict verdict, PayloadMaker payloads, long nowMs) {
    var plan = Plan.of(verdict, facts, nowMs);
    var record = VerdictRecord.of(verdict, facts, plan, nowMs);
    Optional<MetricsPayloads.Payload> payload =
        plan instanceof Plan.Submit submit
            ? Optional.of(payloads.payload(booking, facts, submit.decision()))
            : Optional.empty();
    return new Judgement(booking, facts, verdict, plan, record, payload);
  }

  BookingKey key() {
    return booking.key();
  }

  /** What is to be done on chain, if anything is. */
  Optional<Intent.Attest> intent() {
    return payload.map(
        stored -> {
          var outcome = ((Plan.Submit) plan).decision().outcome();
          long lastSecond = AttestationWindow.of(facts.slot(), outcome).lastSecond();
          return new Intent.Attest(key(), outcome, stored.hash(), lastSecond);
        });
  }

  Looks.Look look() {
    return switch (plan) {
      case Plan.LookAgain(long atMs) -> Looks.Look.at(key(), atMs);
      case Plan.Submit _ -> Looks.Look.notNow(key());
      case Plan.Nothing() -> Looks.Look.over(key());
    };
  }

  /** What it comes to where nothing is submitted. */
  Evaluation waiting() {
    return verdict instanceof Verdict.Attest
        ? new Evaluation.HeldUntilEnd(facts.slot().endMs())
        : new Evaluation.NotNow(verdict);
  }
}
