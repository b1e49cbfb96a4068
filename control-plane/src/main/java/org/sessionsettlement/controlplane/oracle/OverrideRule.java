package org.sessionsettlement.controlplane.oracle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.rules.AttestationWindow;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.tempo.Address;

/** Whether an operator's request is taken. Checks in their order: the first that fails answers. */
final class OverrideRule {
  /** A request that lay about for longer may no longer be meant. */
  static final Duration FRESH_FOR = Duration.ofMinutes(5);

  /** How far the operator's clock may be ahead of the service's. */
  static final Duration AHEAD_AT_MOST = Duration.ofMinutes(1);

  private static final List<Function<Situation, Optional<ProblemCode>>> CHECKS =
      List.of(
          OverrideRule::operator,
          OverrideRule::freshness,
          OverrideRule::status,
          OverrideRule::window,
          OverrideRule::computed,
          OverrideRule::underWay);

  private OverrideRule() {}

  /**
   * All that a request is judged by.
   *
   * @param signer whose signature it bears
   * @param operators who may force an outcome
   * @param nowMs the service's clock
   * @param isTaken whether the same request was taken before
   * @param onChain the booking's status in the newest block
   * @param chainTimeSeconds of the trusted block
   * @param computed what the rulebook says now
   * @param open the attestation that is under way
   */
  record Situation(
      OverrideRequest request,
      Address signer,
      Set<Address> operators,
      long nowMs,
      boolean isTaken,
      BookingRecord booking,
      BookingStatus onChain,
      long chainTimeSeconds,
      Optional<Decision> computed,
      Optional<Submission> open) {}

  /** Why it is refused; empty where it is taken. */
  static Optional<ProblemCode> refusal(Situation situation) {
    return CHECKS.stream().flatMap(check -> check.apply(situation).stream()).findFirst();
  }

  private static Optional<ProblemCode> operator(Situation situation) {
    if (!situation.operators().contains(situation.signer())) {
      return Optional.of(ProblemCode.OPERATOR_UNKNOWN);
    }
    return when(situation.booking().isParty(situation.signer()), ProblemCode.OPERATOR_IS_PARTY);
  }

  private static Optional<ProblemCode> freshness(Situation situation) {
    if (situation.isTaken()) {
      return Optional.of(ProblemCode.OVERRIDE_REPLAYED);
    }
    long ageMs = situation.nowMs() - situation.request().signedAtMs();
    return when(
        ageMs > FRESH_FOR.toMillis() || ageMs < -AHEAD_AT_MOST.toMillis(),
        ProblemCode.MESSAGE_EXPIRED);
  }

  private static Optional<ProblemCode> status(Situation situation) {
    boolean isBooked =
        Stream.of(situation.booking().standing().status(), situation.onChain())
            .allMatch(BookingStatus.BOOKED::equals);
    return when(!isBooked, ProblemCode.ALREADY_SETTLED);
  }

  private static Optional<ProblemCode> window(Situation situation) {
    var outcome = situation.request().outcome();
    var window = AttestationWindow.of(situation.booking().slot(), outcome);
    if (window.opensAfter(situation.chainTimeSeconds())) {
      return Optional.of(
          outcome.isNoShow() ? ProblemCode.GRACE_NOT_OVER : ProblemCode.OVERLAP_NOT_MET);
    }
    return when(window.closedBefore(situation.chainTimeSeconds()), ProblemCode.WINDOW_MISSED);
  }

  /** There is nothing to force; what is computed is attested with no operator's name on it. */
  private static Optional<ProblemCode> computed(Situation situation) {
    var outcome = situation.request().outcome();
    return when(
        situation.computed().filter(decision -> decision.outcome() == outcome).isPresent(),
        ProblemCode.OUTCOME_IS_COMPUTED);
  }

  /** What is signed may be mined whatever we do; what is not can still give way. */
  private static Optional<ProblemCode> underWay(Situation situation) {
    return situation.open().flatMap(open -> underWay(situation.request(), open));
  }

  private static Optional<ProblemCode> underWay(OverrideRequest request, Submission open) {
    if (!(open.stage() instanceof Stage.Decided)) {
      return Optional.of(ProblemCode.ATTESTATION_SIGNED);
    }
    return when(
        open.intent() instanceof Intent.Attest attest && attest.outcome() == request.outcome(),
        ProblemCode.ATTESTATION_UNDER_WAY);
  }

  private static Optional<ProblemCode> when(boolean isSo, ProblemCode code) {
    return isSo ? Optional.of(code) : Optional.empty();
  }
}
