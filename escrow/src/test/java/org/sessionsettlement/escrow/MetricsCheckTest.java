package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.escrow.MetricsCheck.Fault;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.Facts;
import org.sessionsettlement.rules.Interval;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;

/** Holding stored bytes against the booking on chain. */
class MetricsCheckTest {
  private static final long CHAIN_ID = 1337;
  private static final long BOOKING_ID = 7;
  private static final Address ESCROW = Address.parse("0x5FbDB2315678afecb367f032d93F642f64180aa3");
  private static final SlotTerms SLOT = new SlotTerms(1_800_000_000, 30, 10, 20);
  private static final SessionFacts FACTS = facts(SLOT.endMs());
  private static final Decision NO_SHOW_GUEST = FACTS.recomputed().orElseThrow();
  private static final SessionMetrics METRICS = new SessionMetrics(FACTS, NO_SHOW_GUEST);

  @Test
  void whatTheRulebookDecidedIsVerified() {
    assertThat(check(METRICS)).isEqualTo(new MetricsCheck.Computed(NO_SHOW_GUEST));
  }

  @Test
  void whatAnOperatorForcedIsToldApart() {
    var override = override(DevAccount.OWNER.address());
    assertThat(check(override)).isEqualTo(new MetricsCheck.Overridden(override));
  }

  @Test
  void anOverrideInAnothersNameIsWrong() {
    assertThat(check(override(DevAccount.GUEST.address())))
        .isEqualTo(wrong(Fault.NOT_THE_OPERATORS));
  }

  @Test
  void anotherOutcomeOnChainIsADisputesOrWrong() {
    var bytes = MetricsCodec.encode(METRICS);
    assertThat(MetricsCheck.of(bytes, chain(bytes, BookingStatus.ATTESTED, Outcome.COMPLETED)))
        .isEqualTo(wrong(Fault.OUTCOME_DIFFERS));
    assertThat(MetricsCheck.of(bytes, chain(bytes, BookingStatus.RESOLVED, Outcome.COMPLETED)))
        .isEqualTo(new MetricsCheck.Computed(NO_SHOW_GUEST));
  }

  @Test
  void bytesThatTheChainDidNotCommitToAreWrong() {
    var bytes = MetricsCodec.encode(METRICS);
    var others = MetricsCodec.encode(override(DevAccount.OWNER.address()));
    var chain = chain(bytes, BookingStatus.ATTESTED, Outcome.NO_SHOW_GUEST);
    assertThat(MetricsCheck.of(others, chain))
        .isEqualTo(wrong(Fault.HASH_DIFFERS, Fault.OUTCOME_DIFFERS));
  }

  @Test
  void bytesThatAreNoPayloadAreWrong() {
    var bytes = Bytes.of("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(MetricsCheck.of(bytes, chain(bytes, BookingStatus.ATTESTED, Outcome.NO_SHOW_GUEST)))
        .isEqualTo(wrong(Fault.MALFORMED));
  }

  @Test
  void anotherSessionsPayloadIsWrong() {
    var bytes = MetricsCodec.encode(METRICS);
    var chain = chain(bytes, BookingStatus.ATTESTED, Outcome.NO_SHOW_GUEST);
    var others =
        new MetricsCheck.OnChain(CHAIN_ID, ESCROW, BOOKING_ID + 1, chain.booking(), chain.slot());
    assertThat(MetricsCheck.of(bytes, others)).isEqualTo(wrong(Fault.OTHER_SESSION));
  }

  @Test
  void aDecisionThatDoesNotFollowIsWrong() {
    var forged =
        new SessionMetrics(
            facts(SLOT.endMs() - 1_000),
            new Decision(
                Outcome.NO_SHOW_GUEST, 1, NO_SHOW_GUEST.decidedAtMs(), NO_SHOW_GUEST.charges()));
    assertThat(check(forged)).isEqualTo(wrong(Fault.DECISION_DIFFERS));
  }

  @Test
  void aBookingWithoutAnAttestationHasNothingToVerify() {
    var bytes = MetricsCodec.encode(METRICS);
    var chain = onChain(booking(Hash32.ZERO, BookingStatus.BOOKED, EscrowOutcome.NONE, 0));
    assertThat(MetricsCheck.of(bytes, chain)).isEqualTo(wrong(Fault.NOT_ATTESTED));
  }

  private static MetricsCheck wrong(Fault... faults) {
    return new MetricsCheck.Wrong(java.util.Set.of(faults));
  }

  private static MetricsCheck check(MetricsPayload payload) {
    var bytes = MetricsCodec.encode(payload);
    return MetricsCheck.of(bytes, chain(bytes, BookingStatus.ATTESTED, payload.outcome()));
  }

  private static SessionFacts facts(long watermarkMs) {
    return SessionFacts.of(
        CHAIN_ID,
        ESCROW.toString(),
        Long.toString(BOOKING_ID),
        DevAccount.HOST.address().toString(),
        DevAccount.GUEST.address().toString(),
        new Facts(
            SLOT,
            List.of(new Interval(SLOT.startMs(), SLOT.endMs())),
            List.of(),
            List.of(),
            watermarkMs,
            1_800_001_900));
  }

  private static SessionOverride override(Address operator) {
    var request =
        new OverrideRequest(CHAIN_ID, ESCROW, BOOKING_ID, Outcome.COMPLETED, "by phone", 1);
    var signature = DevAccount.OWNER.signTypedData(request.typedData()).toBytes();
    return new SessionOverride(
        FACTS,
        FACTS.recomputed(),
        request.outcome(),
        request.reason(),
        operator.toString(),
        request.signedAtMs(),
        signature.toString());
  }

  private static MetricsCheck.OnChain chain(Bytes bytes, BookingStatus status, Outcome outcome) {
    return onChain(booking(MetricsCodec.hash(bytes), status, EscrowOutcome.of(outcome), 1));
  }

  private static MetricsCheck.OnChain onChain(Booking booking) {
    var slot =
        new Slot(
            DevAccount.HOST.address(),
            SLOT.startTimeSeconds(),
            SLOT.durationMins(),
            BigInteger.ONE,
            SLOT.graceMins(),
            SLOT.minOverlapMins(),
            0,
            SlotStatus.BOOKED);
    return new MetricsCheck.OnChain(CHAIN_ID, ESCROW, BOOKING_ID, booking, slot);
  }

  private static Booking booking(
      Hash32 hash, BookingStatus status, EscrowOutcome outcome, long attestedAt) {
    return new Booking(
        1,
        DevAccount.GUEST.address(),
        BigInteger.ONE,
        status,
        outcome,
        hash,
        attestedAt,
        0,
        Address.ZERO,
        BigInteger.ZERO,
        0);
  }
}
