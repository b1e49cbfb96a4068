package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.Gaps;
import org.sessionsettlement.controlplane.session.Presence;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one path by which a booking gets its answer: lock, read everything, decide, record, and where
 * there is something to attest put it into the outbox, all in one transaction.
 */
public final class Evaluator {
  private static final Logger LOG = LoggerFactory.getLogger(Evaluator.class);

  private final Database database;
  private final MirroredBookings bookings;
  private final Presence presence;
  private final Gaps gaps;
  private final Supplier<ChainTime> chainTime;
  private final PayloadMaker payloadMaker;
  private final Verdicts verdicts;
  private final MetricsPayloads payloads;
  private final Outbox outbox;
  private final Looks looks;
  private final OracleMeters meters;
  private final InstantSource clock;

  public Evaluator(
      Database database,
      Supplier<ChainTime> chainTime,
      PayloadMaker payloadMaker,
      OracleMeters meters,
      InstantSource clock) {
    this.database = database;
    this.bookings = new MirroredBookings(database);
    this.presence = new Presence(database, clock);
    this.gaps = new Gaps(database);
    this.chainTime = chainTime;
    this.payloadMaker = payloadMaker;
    this.verdicts = new Verdicts(database);
    this.payloads = new MetricsPayloads(database);
    this.outbox = new Outbox(database);
    this.looks = new Looks(database);
    this.meters = meters;
    this.clock = clock;
  }

  /** Evaluates now, whether or not it is due. */
  public Evaluation evaluate(BookingKey key) {
    var time = chainTime.get();
    return database.inTransaction(() -> locked(key, time));
  }

  ChainTime chainTime() {
    return chainTime.get();
  }

  /**
   * Evaluates if it still is due once the lock is held.
   *
   * @param time read before, since the chain is never asked while a lock is held
   */
  Evaluation evaluateIfDue(BookingKey key, ChainTime time) {
    return database.inTransaction(
        () -> {
          database.bookingLocks().lock(key);
          return looks.isDue(key, clock.millis()) ? locked(key, time) : new Evaluation.NotDue();
        });
  }

  private Evaluation locked(BookingKey key, ChainTime time) {
    database.bookingLocks().lock(key);
    return bookings
        .find(key)
        .map(booking -> evaluate(booking, time))
        .orElseGet(Evaluation.NotMirrored::new);
  }

  private Evaluation evaluate(BookingRecord booking, ChainTime time) {
    if (booking.standing().status() != BookingStatus.BOOKED) {
      return new Evaluation.NotBooked(booking.standing().status());
    }
    Optional<Submission> open = outbox.openAttestation(booking.key());
    return open.isPresent()
        ? new Evaluation.InProgress(open.get().id())
        : decide(booking, facts(booking, time));
  }

  private Facts facts(BookingRecord booking, ChainTime time) {
    var slot = booking.slot();
    var seen = presence.snapshot(booking.key());
    return new Facts(
        slot,
        seen.host(),
        seen.guest(),
        gaps.within(new Interval(slot.startMs(), slot.endMs())),
        seen.watermarkMs(),
        time.trustedSeconds());
  }

  private Evaluation decide(BookingRecord booking, Facts facts) {
    var key = booking.key();
    long nowMs = clock.millis();
    var verdict = Rulebook.decide(facts);
    var plan = Plan.of(verdict, facts, nowMs);
    var kept = VerdictRecord.of(verdict, facts, plan, nowMs);
    verdicts.add(key, kept);
    presence.recordUsedWatermark(key, facts.watermarkMs());
    count(key, kept);
    return switch (plan) {
      case Plan.Submit(Decision decision) -> submit(booking, facts, decision, nowMs);
      case Plan.LookAgain(long atMs) -> lookAgain(key, verdict, facts, atMs);
      case Plan.Nothing() -> nothing(key, verdict);
    };
  }

  private Evaluation submit(BookingRecord booking, Facts facts, Decision decision, long nowMs) {
    var key = booking.key();
    var payload = payloadMaker.payload(booking, facts, decision);
    payloads.store(key, payload, nowMs);
    long lastSecond = AttestationWindow.of(facts.slot(), decision.outcome()).lastSecond();
    var intent = new Intent.Attest(key, decision.outcome(), payload.hash(), lastSecond);
    long id = outbox.add(intent, nowMs).orElseThrow();
    looks.never(key);
    return new Evaluation.Submitted(id);
  }

  private Evaluation lookAgain(BookingKey key, Verdict verdict, Facts facts, long atMs) {
    looks.lookAt(key, atMs);
    return verdict instanceof Verdict.Attest
        ? new Evaluation.HeldUntilEnd(facts.slot().endMs())
        : new Evaluation.NotNow(verdict);
  }

  private Evaluation nothing(BookingKey key, Verdict verdict) {
    looks.never(key);
    return new Evaluation.NotNow(verdict);
  }

  private void count(BookingKey key, VerdictRecord verdict) {
    meters.verdict(verdict.kind().text());
    switch (verdict.kind()) {
      case MISSED, INCONCLUSIVE ->
          LOG.warn("{}: {}, nothing is attested", key, verdict.reason().orElse(""));
      case ATTEST, WAIT -> LOG.debug("{}: {}", key, verdict);
    }
  }
}
