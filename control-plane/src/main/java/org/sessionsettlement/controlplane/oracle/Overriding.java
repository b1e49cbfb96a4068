package org.sessionsettlement.controlplane.oracle;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.booking.MirroredBookings;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Rulebook;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.InvalidSignatureException;

/**
 * The one way by which an outcome is forced: an operator's signed request, taken under the
 * booking's lock, recorded with who and why, and put into the outbox with a payload that says so,
 * in one transaction. Whoever sends it decides nothing, the signature does.
 */
public final class Overriding {
  /** Bytes that nobody can have signed the request with. */
  public static final Problem NO_SIGNATURE =
      new Problem(ProblemCode.BAD_SIGNATURE, "These bytes are no signature over the request");

  private final Database database;
  private final OracleChain chain;
  private final Set<Address> operators;
  private final OracleTelemetry telemetry;
  private final InstantSource clock;
  private final MirroredBookings bookings;
  private final FactsReader factsReader;
  private final Overrides overrides;
  private final Verdicts verdicts;
  private final MetricsPayloads payloads;
  private final Outbox outbox;
  private final Looks looks;

  /**
   * @param operators who may force an outcome
   */
  public Overriding(
      Database database,
      OracleChain chain,
      Set<Address> operators,
      OracleTelemetry telemetry,
      InstantSource clock) {
    this.database = database;
    this.chain = chain;
    this.operators = Set.copyOf(operators);
    this.telemetry = telemetry;
    this.clock = clock;
    this.bookings = new MirroredBookings(database);
    this.factsReader = new FactsReader(database, clock);
    this.overrides = new Overrides(database);
    this.verdicts = new Verdicts(database);
    this.payloads = new MetricsPayloads(database);
    this.outbox = new Outbox(database);
    this.looks = new Looks(database);
  }

  /** What came of a request. */
  public sealed interface Result {
    /** It stands, and its attestation is under way. */
    record Taken(ForcedOutcome forced) implements Result {}

    /** Nothing has changed. */
    record Refused(Problem problem) implements Result {}
  }

  /**
   * Takes or refuses a request.
   *
   * @throws org.sessionsettlement.tempo.rpc.RpcException when the chain does not answer; nothing
   *     has changed
   */
  public Result force(OverrideRequest request, Bytes signature) {
    var signed = signed(request, signature);
    if (signed.isEmpty()) {
      return new Result.Refused(NO_SIGNATURE);
    }
    var key = new BookingKey(request.escrow(), request.bookingId());
    if (bookings.find(key).isEmpty()) {
      return refused(ProblemCode.BOOKING_NOT_FOUND);
    }
    // Read before the lock is taken, since the chain is never asked while one is held.
    var time = chain.time();
    var onChain = Objects.requireNonNull(chain.bookings(List.of(key)).get(key)).status();
    var result = database.locked(key, () -> locked(key, signed.get(), onChain, time));
    if (result instanceof Result.Taken(var forced)) {
      telemetry.forced(forced, clock.millis());
    }
    return result;
  }

  /** A request with whose signature it bears. */
  private record Signed(OverrideRequest request, Address signer, Bytes signature) {}

  private static Optional<Signed> signed(OverrideRequest request, Bytes signature) {
    try {
      return Optional.of(new Signed(request, request.signer(signature), signature));
    } catch (InvalidSignatureException e) {
      return Optional.empty();
    }
  }

  private Result locked(BookingKey key, Signed signed, BookingStatus onChain, ChainTime time) {
    var booking = bookings.find(key).orElseThrow();
    var facts =
        Objects.requireNonNull(factsReader.read(List.of(booking), time.trustedSeconds()).get(key));
    var computed = Rulebook.decision(facts);
    var open = outbox.openAttestation(key);
    var situation =
        new OverrideRule.Situation(
            signed.request(),
            signed.signer(),
            operators,
            clock.millis(),
            overrides.hasTaken(signed.request().typedData().hash()),
            booking,
            onChain,
            time.trustedSeconds(),
            computed,
            open);
    var refusal = OverrideRule.refusal(situation);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    // Another node may sign it at this moment: the row's stage tells who was first.
    if (open.isPresent() && !giveWay(open.get())) {
      return refused(ProblemCode.ATTESTATION_SIGNED);
    }
    return new Result.Taken(record(booking, facts, computed, signed));
  }

  private boolean giveWay(Submission open) {
    var how = new Stage.Overridden();
    return !outbox.close(List.of(new Outbox.Closing(open, how)), clock.millis()).isEmpty();
  }

  private ForcedOutcome record(
      BookingRecord booking, Facts facts, Optional<Decision> computed, Signed signed) {
    long nowMs = clock.millis();
    var key = booking.key();
    var payload = payload(booking, facts, computed, signed);
    var request = signed.request();
    var forced =
        new ForcedOutcome(
            key,
            request.outcome(),
            payload.hash(),
            computed.map(Decision::outcome),
            signed.signer(),
            request.reason(),
            request.signedAtMs(),
            request.typedData().hash(),
            AttestationWindow.of(booking.slot(), request.outcome()).lastSecond());
    var verdict = VerdictRecord.of(Rulebook.decide(facts), facts, new Plan.Nothing(), nowMs);
    verdicts.addAll(List.of(new Verdicts.Entry(key, verdict)));
    factsReader.recordUse(Map.of(key, facts));
    payloads.storeAll(List.of(new MetricsPayloads.Entry(key, payload)), nowMs);
    overrides.add(forced, nowMs);
    outbox.add(forced.intent(), nowMs).orElseThrow();
    looks.lookAt(List.of(Looks.Look.notNow(key)));
    return forced;
  }

  private static MetricsPayloads.Payload payload(
      BookingRecord booking, Facts facts, Optional<Decision> computed, Signed signed) {
    var request = signed.request();
    return EscrowPayloadMaker.payload(
        new SessionOverride(
            EscrowPayloadMaker.facts(request.chainId(), booking, facts),
            computed,
            request.outcome(),
            request.reason(),
            signed.signer().toString(),
            request.signedAtMs(),
            signed.signature().toString()));
  }

  private static Result refused(ProblemCode code) {
    return new Result.Refused(Problem.of(code));
  }
}
