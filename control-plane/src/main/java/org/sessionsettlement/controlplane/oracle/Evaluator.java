package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.escrow.BookingStatus;

/**
 * The one path by which a booking gets its answer: lock, read everything, decide, record, and where
 * there is something to attest put it into the outbox, all in one transaction. It takes many
 * bookings at once as it takes one, with a few statements for all of them.
 */
public final class Evaluator {
  private final Database database;
  private final MirroredBookings bookings;
  private final FactsReader factsReader;
  private final Supplier<ChainTime> chainTime;
  private final PayloadMaker payloadMaker;
  private final Verdicts verdicts;
  private final MetricsPayloads payloads;
  private final Overrides overrides;
  private final Outbox outbox;
  private final Looks looks;
  private final EvaluationTasks tasks;
  private final OracleTelemetry telemetry;
  private final Runnable decided;
  private final InstantSource clock;

  /**
   * @param decided called whenever something new is in the outbox
   */
  public Evaluator(
      Database database,
      Supplier<ChainTime> chainTime,
      PayloadMaker payloadMaker,
      OracleTelemetry telemetry,
      Runnable decided,
      InstantSource clock) {
    this.database = database;
    this.bookings = new MirroredBookings(database);
    this.factsReader = new FactsReader(database, clock);
    this.chainTime = chainTime;
    this.payloadMaker = payloadMaker;
    this.verdicts = new Verdicts(database);
    this.payloads = new MetricsPayloads(database);
    this.overrides = new Overrides(database);
    this.outbox = new Outbox(database);
    this.looks = new Looks(database);
    this.tasks = new EvaluationTasks(database);
    this.telemetry = telemetry;
    this.decided = decided;
    this.clock = clock;
  }

  /** Evaluates now, whether or not it is due. */
  public Evaluation evaluate(BookingKey key, Trigger trigger) {
    var time = chainTime.get();
    return database.inTransaction(
        () -> {
          database.bookingLocks().lock(key);
          return Objects.requireNonNull(locked(List.of(key), time, trigger).get(key));
        });
  }

  ChainTime chainTime() {
    return chainTime.get();
  }

  /**
   * Evaluates those that still are due once their locks are held; what another holds is left to it.
   *
   * @param time read before, since the chain is never asked while a lock is held
   * @return of each of them what it came to
   */
  Map<BookingKey, Evaluation> evaluateDue(List<BookingKey> keys, ChainTime time, Trigger trigger) {
    return database.inTransaction(
        () -> {
          var free = List.copyOf(database.bookingLocks().tryLock(Set.copyOf(keys)));
          long nowMs = clock.millis();
          var due = looks.due(free, nowMs);
          due.forEach((key, dueMs) -> telemetry.evaluationLag(trigger, nowMs - dueMs));
          var evaluations = new HashMap<BookingKey, Evaluation>();
          keys.forEach(key -> evaluations.put(key, new Evaluation.NotDue()));
          evaluations.putAll(locked(List.copyOf(due.keySet()), time, trigger));
          return evaluations;
        });
  }

  private Map<BookingKey, Evaluation> locked(
      List<BookingKey> keys, ChainTime time, Trigger trigger) {
    var records = bookings.findAll(keys);
    var open = outbox.openAttestations(keys);
    var forced = overrides.standing(keys);
    var evaluations = new HashMap<BookingKey, Evaluation>();
    var toAttest = new ArrayList<ForcedOutcome>();
    var toJudge = new ArrayList<BookingRecord>();
    for (var key : keys) {
      var record = Optional.ofNullable(records.get(key));
      var standing = standing(record, Optional.ofNullable(open.get(key)));
      var override =
          Optional.ofNullable(forced.get(key)).filter(one -> one.isInTime(time.trustedSeconds()));
      if (standing.isPresent()) {
        evaluations.put(key, standing.get());
      } else if (override.isPresent()) {
        toAttest.add(override.get());
      } else {
        toJudge.add(record.orElseThrow());
      }
    }
    looks.lookAt(settled(evaluations));
    evaluations.putAll(attestAgain(toAttest));
    evaluations.putAll(judge(toJudge, forced.keySet(), time, trigger));
    return evaluations;
  }

  /** Why there is nothing to judge; empty where there is. */
  private static Optional<Evaluation> standing(
      Optional<BookingRecord> booking, Optional<Long> open) {
    if (booking.isEmpty()) {
      return Optional.of(new Evaluation.NotMirrored());
    }
    var status = booking.get().standing().status();
    return status == BookingStatus.BOOKED
        ? open.map(Evaluation.InProgress::new)
        : Optional.of(new Evaluation.NotBooked(status));
  }

  /**
   * What an operator forced stands, and is not judged again: so it is where its attestation
   * expired, or a reorganisation took it back.
   */
  private Map<BookingKey, Evaluation> attestAgain(List<ForcedOutcome> forced) {
    if (forced.isEmpty()) {
      return Map.of();
    }
    var evaluations = new HashMap<BookingKey, Evaluation>();
    addToOutbox(forced.stream().map(ForcedOutcome::intent).toList(), clock.millis())
        .forEach((key, id) -> evaluations.put(key, new Evaluation.Submitted(id)));
    var atRest = evaluations.keySet().stream().map(Looks.Look::notNow).toList();
    looks.lookAt(atRest);
    tasks.at(atRest);
    return evaluations;
  }

  /** What is no longer Booked need not be looked at, unless the chain goes back on that. */
  private static List<Looks.Look> settled(Map<BookingKey, Evaluation> evaluations) {
    return evaluations.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Evaluation.NotBooked)
        .map(entry -> Looks.Look.notNow(entry.getKey()))
        .toList();
  }

  /**
   * @param forced bookings of which an operator forced an outcome, in vain where they come here
   */
  private Map<BookingKey, Evaluation> judge(
      List<BookingRecord> records, Set<BookingKey> forced, ChainTime time, Trigger trigger) {
    if (records.isEmpty()) {
      return Map.of();
    }
    var facts = factsReader.read(records, time.trustedSeconds());
    long nowMs = clock.millis();
    var judgements = new ArrayList<Judgement>();
    for (var booking : records) {
      var seen = Objects.requireNonNull(facts.get(booking.key()));
      judgements.add(
          forced.contains(booking.key())
              ? Judgement.ofMissedOverride(booking, seen, payloadMaker, nowMs)
              : Judgement.of(booking, seen, payloadMaker, nowMs));
    }
    factsReader.recordUse(facts);
    return record(judgements, trigger, nowMs);
  }

  private Map<BookingKey, Evaluation> record(
      List<Judgement> judgements, Trigger trigger, long nowMs) {
    verdicts.addAll(
        judgements.stream().map(one -> new Verdicts.Entry(one.key(), one.record())).toList());
    payloads.storeAll(judgements.stream().flatMap(Evaluator::payload).toList(), nowMs);
    var added =
        addToOutbox(
            judgements.stream().map(Judgement::intent).flatMap(Optional::stream).toList(), nowMs);
    var planned = judgements.stream().map(Judgement::look).toList();
    looks.lookAt(planned);
    tasks.at(planned);
    database.afterCommit(() -> report(judgements, trigger));
    var evaluations = new HashMap<BookingKey, Evaluation>();
    for (var judgement : judgements) {
      Optional<Long> id = Optional.ofNullable(added.get(judgement.key()));
      evaluations.put(
          judgement.key(),
          id.<Evaluation>map(Evaluation.Submitted::new).orElseGet(judgement::waiting));
    }
    return evaluations;
  }

  private Map<BookingKey, Long> addToOutbox(List<Intent.Attest> intents, long nowMs) {
    if (intents.isEmpty()) {
      return Map.of();
    }
    database.afterCommit(decided);
    return outbox.addAll(intents, nowMs);
  }

  private void report(List<Judgement> judgements, Trigger trigger) {
    long nowMs = clock.millis();
    judgements.forEach(judgement -> telemetry.judged(judgement, trigger, nowMs));
  }

  private static Stream<MetricsPayloads.Entry> payload(Judgement judgement) {
    return judgement.payload().stream()
        .map(payload -> new MetricsPayloads.Entry(judgement.key(), payload));
  }
}
