package org.sessionsettlement.controlplane.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * Every meter of ours; nothing registers a name of its own. docs/observability.md shows the same
 * table. Names are Micrometer's, which Prometheus has with underscores and, for counters, {@code
 * _total}.
 */
public enum Metric {
  ATTESTATIONS(
      "settlement.attestations",
      Kind.COUNTER,
      "",
      "Attestations that are over, and how.",
      Tag.OUTCOME,
      Tag.RESULT),
  FINALIZATIONS(
      "settlement.finalizations",
      Kind.COUNTER,
      "",
      "What the keeper settled, and how that ended.",
      Tag.SETTLEMENT,
      Tag.RESULT),
  OVERRIDES(
      "settlement.overrides", Kind.COUNTER, "", "Outcomes forced by an operator.", Tag.OUTCOME),
  SUBMISSION_FAILURES(
      "settlement.submission.failures",
      Kind.COUNTER,
      "",
      "Attempts to submit that failed and are repeated.",
      Tag.INTENT),
  VERDICTS(
      "settlement.verdicts",
      Kind.COUNTER,
      "",
      "Evaluations by what the rulebook said; missed is window_missed.",
      Tag.KIND),
  EVALUATION_FAILURES(
      "settlement.evaluation.failures",
      Kind.COUNTER,
      "",
      "Evaluations that threw and are repeated."),
  EVALUATION_LAG(
      "settlement.evaluation.lag",
      Kind.TIMER,
      "seconds",
      "From the instant a booking was due to its evaluation.",
      Tag.TRIGGER),
  EVALUATION_OVERDUE(
      "settlement.evaluation.overdue.seconds",
      Kind.GAUGE,
      "seconds",
      "How long the booking that is due longest has waited; 0 where none is due."),
  SWEEP_AGE("settlement.sweep.age.seconds", Kind.GAUGE, "seconds", "Since any node's last sweep."),
  DECIDED_TO_ATTESTED(
      "settlement.decided.to.attested",
      Kind.TIMER,
      "seconds",
      "From the stored decision to the attestation in a trusted block."),
  OUTBOX_OLDEST(
      "settlement.outbox.oldest.seconds",
      Kind.GAUGE,
      "seconds",
      "Age of the oldest submission that is not over; 0 where none is open."),
  OUTBOX_OPEN(
      "settlement.outbox.open", Kind.GAUGE, "", "Submissions that are not over, 100,000 at most."),
  ORACLE_KEY_FITS(
      "settlement.oracle.key.fits",
      Kind.GAUGE,
      "",
      "1 where a key of this node is the default escrow's oracle, 0 where none is; none where the"
          + " oracle is off."),
  EVENTS("settlement.events", Kind.COUNTER, "", "Events that this node mirrored.", Tag.EVENT),
  DISPUTES_OPEN(
      "settlement.disputes.open",
      Kind.GAUGE,
      "",
      "Disputes that wait for the owner, 10,000 at most."),
  DISPUTES_HALF_TIMEOUT(
      "settlement.disputes.half.timeout",
      Kind.GAUGE,
      "",
      "Those of them past half of their timeout, after which the challenger loses the bond."),
  NOTICES(
      "settlement.notices",
      Kind.COUNTER,
      "",
      "Attempts to deliver a notice, and how each ended.",
      Tag.CHANNEL,
      Tag.DELIVERY),
  NOTICES_OLDEST(
      "settlement.notices.oldest.seconds",
      Kind.GAUGE,
      "seconds",
      "Age of the oldest notice that is not delivered; 0 where none waits."),
  INDEX_LAG_BLOCKS(
      "settlement.index.lag.blocks",
      Kind.GAUGE,
      "blocks",
      "From the mirror to the trusted head.",
      Tag.ESCROW),
  INDEX_LAG_SECONDS(
      "settlement.index.lag.seconds",
      Kind.GAUGE,
      "seconds",
      "Age of the mirror's newest block by the service's clock.",
      Tag.ESCROW),
  MIRROR_DIFFERENCES(
      "settlement.mirror.differences",
      Kind.GAUGE,
      "",
      "Differences between mirror and chain that were found and not gone.",
      Tag.ESCROW),
  CHAIN_SKEW(
      "settlement.chain.skew.seconds",
      Kind.GAUGE,
      "seconds",
      "The service's clock less the time of the newest block: negative where the clock is behind."),
  CHAIN_TRUSTED_AGE(
      "settlement.chain.trusted.age.seconds",
      Kind.GAUGE,
      "seconds",
      "The service's clock less the time of the trusted block, by which windows are judged."),
  RPC_CALLS(
      "settlement.rpc.calls",
      Kind.TIMER,
      "seconds",
      "Requests to a node; those of a batch each take as long as the batch.",
      Tag.ENDPOINT,
      Tag.METHOD,
      Tag.ANSWER),
  BACKGROUND_FAILURES(
      "settlement.background.failures",
      Kind.COUNTER,
      "",
      "Calls of a background task that threw; it is called again.",
      Tag.TASK),
  SIGNAL_SOCKETS(
      "settlement.signal.sockets", Kind.GAUGE, "", "Signalling sockets open on this node."),
  EVENT_STREAMS("settlement.event.streams", Kind.GAUGE, "", "Event streams open on this node.");

  /** What is measured. */
  public enum Kind {
    /** How often something happened. */
    COUNTER,
    /** How often something happened and how long it took. */
    TIMER,
    /** How much there is now. */
    GAUGE
  }

  private final String meter;
  private final Kind kind;
  private final String unit;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives what nobody can change.
  private final List<Tag> tags;

  Metric(String meter, Kind kind, String unit, String help, Tag... tags) {
    this.meter = meter;
    this.kind = kind;
    this.unit = unit;
    this.help = help;
    this.tags = List.of(tags);
  }

  /** Its name in Micrometer. */
  public String meter() {
    return meter;
  }

  public Kind kind() {
    return kind;
  }

  /** What a gauge or timer counts; empty where it is just a number. */
  public Optional<String> unit() {
    return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
  }

  /** A sentence for operators. */
  public String help() {
    return help;
  }

  List<Tag> tags() {
    return tags;
  }
}
