package org.sessionsettlement.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.indexer.Reconciliation;
import org.sessionsettlement.controlplane.indexer.RpcEscrowSource;
import org.sessionsettlement.escrow.Booking;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;
import org.sessionsettlement.escrow.MetricsCodec;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.Verdict;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.BlockTag;

/** Compares what became of every session with what had to. */
final class Inspection {
  private final Installation installation;
  private final List<HeldSession> sessions;
  private final Database database;
  private final Records records;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> ends = new TreeMap<>();

  Inspection(Installation installation, List<HeldSession> sessions, Database database) {
    this.installation = installation;
    this.sessions = sessions;
    this.database = database;
    this.records = new Records(database);
  }

  /**
   * What was found.
   *
   * @param problems what is not as it has to be
   * @param attested how many sessions were attested
   * @param ends how many ended how: an outcome, or the reason on record
   */
  record Report(List<String> problems, int attested, Map<String, Integer> ends) {}

  Report report() {
    ChainRecords chain = ChainRecords.of(installation);
    Map<Long, List<EscrowEvent.Attested>> attestations = chain.attestations();
    for (HeldSession session : sessions) {
      judge(session, attestations.getOrDefault(session.bookingId(), List.of()));
    }
    compareTables(chain);
    return new Report(List.copyOf(problems), attestations.size(), ends);
  }

  private void judge(HeldSession session, List<EscrowEvent.Attested> attestations) {
    switch (attestations.size()) {
      case 0 -> judgeReason(session);
      case 1 -> judgeOutcome(session, attestations.getFirst());
      default -> problem(session, "attested more than once: " + attestations);
    }
  }

  private void judgeOutcome(HeldSession session, EscrowEvent.Attested attested) {
    ends.merge(attested.outcome().contractName(), 1, Integer::sum);
    Booking booking = installation.escrow().booking(session.bookingId());
    Verdict verdict = Rulebook.decide(records.facts(session, booking.attestedAt()));
    if (!(verdict instanceof Verdict.Attest(Decision decision))
        || EscrowOutcome.of(decision.outcome()) != attested.outcome()) {
      problem(session, "attested " + attested.outcome() + ", the rulebook says " + verdict);
    }
    Optional<Bytes> payload = records.payload(session, attested.metricsHash());
    if (payload.isEmpty()) {
      problem(session, "no payload is stored for " + attested.metricsHash());
    } else {
      judgePayload(session, attested, payload.get());
    }
  }

  private void judgePayload(HeldSession session, EscrowEvent.Attested attested, Bytes payload) {
    if (!MetricsCodec.verify(payload, attested.metricsHash())) {
      problem(session, "the payload does not hash to " + attested.metricsHash());
      return;
    }
    var metrics = MetricsCodec.parse(payload);
    var recomputed = metrics.facts().recomputed().map(Decision::outcome);
    if (!recomputed.equals(Optional.of(metrics.outcome()))
        || EscrowOutcome.of(metrics.outcome()) != attested.outcome()) {
      problem(session, "the payload does not lead to what was attested: " + metrics);
    }
  }

  /** The reason on record is what the rulebook says of the presence log at that time. */
  private void judgeReason(HeldSession session) {
    Booking booking = installation.escrow().booking(session.bookingId());
    Optional<Records.Verdict> last = records.lastVerdict(session);
    ends.merge(last.flatMap(Records.Verdict::reason).orElse("nothing"), 1, Integer::sum);
    if (booking.status() != BookingStatus.BOOKED) {
      problem(session, "never attested, but " + booking.status());
    } else if (last.isEmpty()) {
      problem(session, "nothing is on record");
    } else {
      Verdict verdict = Rulebook.decide(records.facts(session, last.get().chainTimeSeconds()));
      if (!reason(verdict).equals(last.get().reason()) || !isFinal(verdict)) {
        problem(session, last.get() + " is on record, the rulebook says " + verdict);
      }
    }
  }

  private static Optional<String> reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Attest _ -> Optional.empty();
      case Verdict.Wait(Verdict.Reason reason, _) -> Optional.of(reason.code());
      case Verdict.Missed _ -> Optional.of(Verdict.Missed.CODE);
      case Verdict.Inconclusive() -> Optional.of(Verdict.Inconclusive.CODE);
    };
  }

  private static boolean isFinal(Verdict verdict) {
    return verdict instanceof Verdict.Missed || verdict instanceof Verdict.Inconclusive;
  }

  private void compareTables(ChainRecords chain) {
    if (!records.mirroredEvents().equals(chain.events())) {
      problems.add("the mirror's events are not the chain's");
    }
    var source =
        new RpcEscrowSource(
            installation.rpc(), installation.deployment().escrow(), BlockTag.LATEST);
    new Reconciliation(database, source, installation.time()).tick();
    records.differencesFromTheChain().forEach(difference -> problems.add("mirror: " + difference));
    records.underWay().forEach(open -> problems.add("still under way: " + open));
  }

  private void problem(HeldSession session, String what) {
    problems.add("booking " + session.bookingId() + ": " + what + " (" + session.plan() + ")");
  }
}
