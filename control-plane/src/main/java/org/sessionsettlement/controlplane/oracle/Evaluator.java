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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.ops.Gaps;
import org.sessionsettlement.controlplane.session.Presence;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one path by which a booking gets its answer: lock, read everything, decide, record, and where
 * there is something to attest put it into the outbox, all in one transaction. It takes many
 * bookings at once as it takes one, with a few statements for all of them.
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
  private final EvaluationTasks tasks;
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
    this.tasks = new EvaluationTasks(database);
    this.meters = meters;
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
          var due = looks.due(free, clock.millis());
          due.forEach((key, dueMs) -> meters.evaluationLag(trigger, clock.millis() - dueMs));
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
    var evaluations = new HashMap<BookingKey, Evaluation>();
    var toJudge = new ArrayList<BookingRecord>();
    for (var key : keys) {
      Optional.ofNullable(records.get(key))
          .ifPresentOrElse(
              record ->
                  standing(record, Optional.ofNullable(open.get(key)))
                      .ifPresentOrElse(
                          other -> evaluations.put(key, other), () -> toJudge.add(record)),
              () -> evaluations.put(key, new Evaluation.NotMirrored()));
    }
    looks.lookAt(settled(evaluations));
    evaluations.putAll(judge(toJudge, time, trigger));
    return evaluations;
  }

  /** Why there is nothing to judge; empty where there is. */
  private static Optional<Evaluation> standing(BookingRecord booking, Optional<Long> open) {
    var status = booking.standing().status();
    return status == BookingStatus.BOOKED
        ? open.map(Evaluation.InProgress::new)
        : Optional.of(new Evaluation.NotBooked(status));
  }

  /** What is no longer Booked need not be looked at, unless the chain goes back on that. */
  private static List<Looks.Look> settled(Map<BookingKey, Evaluation> evaluations) {
    return evaluations.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Evaluation.NotBooked)
        .map(entry -> Looks.Look.notNow(entry.getKey()))
        .toList();
  }

  private Map<BookingKey, Evaluation> judge(
      List<BookingRecord> records, ChainTime time, Trigger trigger) {
    if (records.isEmpty()) {
      return Map.of();
    }
    var presences = presence.snapshots(records.stream().map(BookingRecord::key).toList());
    var gapsOf = new HashMap<Interval, List<Interval>>();
    long nowMs = clock.millis();
    var judgements = new ArrayList<Judgement>();
    for (var booking : records) {
      var slot = booking.slot();
      var seen = Objects.requireNonNull(presences.get(booking.key()));
      var unwatched =
          gapsOf.computeIfAbsent(new Interval(slot.startMs(), slot.endMs()), gaps::within);
      var facts =
          new Facts(
              slot,
              seen.host(),
              seen.guest(),
              unwatched,
              seen.watermarkMs(),
              time.trustedSeconds());
      judgements.add(Judgement.of(booking, facts, payloadMaker, nowMs));
    }
    return record(judgements, trigger, nowMs);
  }

  private Map<BookingKey, Evaluation> record(
      List<Judgement> judgements, Trigger trigger, long nowMs) {
    verdicts.addAll(
        judgements.stream().map(one -> new Verdicts.Entry(one.key(), one.record())).toList());
    presence.recordUsedWatermarks(
        judgements.stream()
            .collect(Collectors.toMap(Judgement::key, one -> one.facts().watermarkMs())));
    payloads.storeAll(judgements.stream().flatMap(Evaluator::payload).toList(), nowMs);
    var added =
        outbox.addAll(
            judgements.stream().map(Judgement::intent).flatMap(Optional::stream).toList(), nowMs);
    var planned = judgements.stream().map(Judgement::look).toList();
    looks.lookAt(planned);
    tasks.at(planned);
    var evaluations = new HashMap<BookingKey, Evaluation>();
    for (var judgement : judgements) {
      tell(judgement, trigger);
      Optional<Long> id = Optional.ofNullable(added.get(judgement.key()));
      evaluations.put(
          judgement.key(),
          id.<Evaluation>map(Evaluation.Submitted::new).orElseGet(judgement::waiting));
    }
    return evaluations;
  }

  private static Stream<MetricsPayloads.Entry> payload(Judgement judgement) {
    return judgement.payload().stream()
        .map(payload -> new MetricsPayloads.Entry(judgement.key(), payload));
  }

  private void tell(Judgement judgement, Trigger trigger) {
    var record = judgement.record();
    meters.verdict(record.kind().text());
    switch (record.kind()) {
      case MISSED, INCONCLUSIVE ->
          LOG.warn(
              "{}: {}, nothing is attested ({})",
              judgement.key(),
              record.reason().orElse(""),
              trigger);
      case ATTEST, WAIT -> LOG.debug("{}: {} ({})", judgement.key(), record, trigger);
    }
  }
}
