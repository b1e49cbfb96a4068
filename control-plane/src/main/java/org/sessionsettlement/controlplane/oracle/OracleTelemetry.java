package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.SeatOver;
import org.sessionsettlement.controlplane.telemetry.Meters;
import org.sessionsettlement.controlplane.telemetry.Metric;
import org.sessionsettlement.controlplane.telemetry.Traces;
import org.sessionsettlement.rules.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What the oracle tells of its doings: a count for alarms, a line for people, a span for the
 * booking's trace. Lines have their booking, trigger, verdict, reason and transaction as fields.
 */
public final class OracleTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger("org.sessionsettlement.oracle");
  private static final String BOOKING = "booking";
  private static final String TRIGGER = "trigger";
  private static final String VERDICT = "verdict";
  private static final String REASON = "reason";
  private static final String OUTCOME = "outcome";
  private static final String RESULT = "result";
  private static final String INTENT = "intent";
  private static final String TX = "tx";

  private final Meters meters;
  private final Traces traces;

  public OracleTelemetry(Meters meters, Traces traces) {
    this.meters = meters;
    this.traces = traces;
  }

  /** A leave was heard of, for which the booking is looked at. */
  void left(SeatOver seat, long nowMs) {
    traces.step(seat.booking(), "leave", nowMs, nowMs, Map.of(REASON, seat.reason().text()));
  }

  /** How long after it was due a booking is evaluated. */
  void evaluationLag(Trigger trigger, long lagMs) {
    meters.time(Metric.EVALUATION_LAG, Duration.ofMillis(lagMs), trigger.text());
  }

  /** A judgement is stored, with what follows from it. */
  void judged(Judgement judgement, Trigger trigger, long nowMs) {
    var record = judgement.record();
    String verdict = record.kind().text();
    String reason = record.reason().orElse("");
    meters.count(Metric.VERDICTS, verdict);
    log(judgement.key(), record, trigger);
    var attributes = Map.of(TRIGGER, trigger.text(), VERDICT, verdict, REASON, reason);
    traces.step(judgement.key(), "evaluate", record.atMs(), nowMs, attributes);
    judgement.intent().ifPresent(intent -> decided(intent, nowMs));
  }

  private static void log(BookingKey booking, VerdictRecord record, Trigger trigger) {
    String verdict = record.kind().text();
    String reason = record.reason().orElse("");
    String outcome =
        record.decision().map(decision -> decision.outcome().contractName()).orElse("");
    String words =
        Stream.of(verdict, reason, outcome)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    LOG.atLevel(level(record.kind()))
        .addKeyValue(BOOKING, booking.toString())
        .addKeyValue(TRIGGER, trigger.text())
        .addKeyValue(VERDICT, verdict)
        .addKeyValue(REASON, reason)
        .addKeyValue(OUTCOME, outcome)
        .log("{}: {} ({})", booking, words, trigger.text());
  }

  private static Level level(VerdictRecord.Kind kind) {
    return switch (kind) {
      case MISSED, INCONCLUSIVE -> Level.WARN;
      case ATTEST -> Level.INFO;
      case WAIT -> Level.DEBUG;
    };
  }

  private void decided(Intent.Attest intent, long nowMs) {
    traces.step(
        intent.booking(),
        "decide",
        nowMs,
        nowMs,
        Map.of(
            OUTCOME,
            intent.outcome().contractName(),
            "metrics_hash",
            intent.metricsHash().toString()));
  }

  /** An operator forced an outcome, which is stored to be attested. */
  void forced(ForcedOutcome forced, long nowMs) {
    String outcome = forced.outcome().contractName();
    meters.count(Metric.OVERRIDES, outcome);
    LOG.atWarn()
        .addKeyValue(BOOKING, forced.booking().toString())
        .addKeyValue(OUTCOME, outcome)
        .addKeyValue("operator", forced.operator().toString())
        .log(
            "{}: {} forced by {}, computed was {}",
            forced.booking(),
            outcome,
            forced.operator(),
            forced.computed().map(Outcome::contractName).orElse("nothing"));
    decided(forced.intent(), nowMs);
  }

  /** It could not be judged, and is tried again. */
  void notEvaluated(BookingKey booking, Trigger trigger, long pauseMs, RuntimeException e) {
    meters.count(Metric.EVALUATION_FAILURES);
    LOG.atError()
        .addKeyValue(BOOKING, booking.toString())
        .addKeyValue(TRIGGER, trigger.text())
        .setCause(e)
        .log("{}: not evaluated, tried again in {} ms", booking, pauseMs);
  }

  /** An attempt to submit failed. */
  void notSubmitted(Submission submission, int attempts, String reason) {
    meters.count(Metric.SUBMISSION_FAILURES, kind(submission.intent()));
    LOG.atWarn()
        .addKeyValue(BOOKING, submission.intent().booking().toString())
        .addKeyValue(REASON, reason)
        .log("{}: not submitted, attempt {}: {}", submission.name(), attempts, reason);
  }

  /** A transaction for these was signed and its bytes are stored. */
  void signed(List<Submission> members, StoredTransaction transaction, long fromMs, long nowMs) {
    steps(members, "sign", transaction, fromMs, nowMs);
  }

  /** Its bytes went to the node, whatever that said. */
  void sent(List<Submission> members, StoredTransaction transaction, long fromMs, long nowMs) {
    steps(members, "send", transaction, fromMs, nowMs);
  }

  private void steps(
      List<Submission> members, String name, StoredTransaction of, long fromMs, long nowMs) {
    for (var member : members) {
      var attributes = Map.of(INTENT, kind(member.intent()), TX, of.hash().toString());
      traces.step(member.intent().booking(), name, fromMs, nowMs, attributes);
    }
  }

  /** What the node says to a transaction decides nothing, and is of use to people. */
  void refusedByNode(StoredTransaction transaction, long code) {
    LOG.atInfo()
        .addKeyValue(TX, transaction.hash().toString())
        .log("the node did not take {}: {}", transaction.hash(), code);
  }

  /** A submission has come to its end. */
  void over(Submission submission, Stage.Over how, long nowMs) {
    var booking = submission.intent().booking();
    var mined = mined(how);
    LOG.atInfo()
        .addKeyValue(BOOKING, booking.toString())
        .addKeyValue(RESULT, result(how))
        .addKeyValue(TX, tx(mined))
        .log("{}: {}", submission.name(), how);
    traces.step(
        booking,
        mined.isPresent() ? "receipt" : "end",
        submission.sentMs().orElse(submission.createdMs()),
        nowMs,
        Map.of(INTENT, kind(submission.intent()), RESULT, result(how), TX, tx(mined)));
    switch (submission.intent()) {
      case Intent.Attest attest -> attested(attest, submission, how, nowMs);
      case Intent.Finalize _, Intent.FinalizeDispute _ ->
          meters.count(Metric.FINALIZATIONS, kind(submission.intent()), result(how));
    }
  }

  private void attested(Intent.Attest intent, Submission submission, Stage.Over how, long nowMs) {
    String outcome = intent.outcome().contractName();
    meters.count(Metric.ATTESTATIONS, outcome, result(how));
    if (mined(how).isPresent()) {
      long fromMs = submission.createdMs();
      meters.time(Metric.DECIDED_TO_ATTESTED, Duration.ofMillis(nowMs - fromMs));
      traces.whole(intent.booking(), fromMs, nowMs, Map.of(OUTCOME, outcome));
    }
  }

  private static Optional<Mined> mined(Stage.Over how) {
    return how instanceof Stage.Confirmed(var mined) ? mined : Optional.empty();
  }

  private static String tx(Optional<Mined> mined) {
    return mined.map(at -> at.txHash().toString()).orElse("");
  }

  private static String result(Stage.Over how) {
    return switch (how) {
      case Stage.Confirmed(var mined) -> mined.isPresent() ? "confirmed" : "already_settled";
      case Stage.SettledWithoutUs _ -> "settled_otherwise";
      case Stage.Expired _ -> "expired";
      case Stage.Refused _ -> "refused";
      case Stage.Overridden _ -> "overridden";
      case Stage.GaveUp _ -> "gave_up";
    };
  }

  private static String kind(Intent intent) {
    return SubmissionRow.of(intent).kind();
  }
}
