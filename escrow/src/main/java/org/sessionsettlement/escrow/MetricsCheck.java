package org.sessionsettlement.escrow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sessionsettlement.rules.Decision;
import org.sessionsettlement.rules.MetricsPayload;
import org.sessionsettlement.rules.SessionFacts;
import org.sessionsettlement.rules.SessionMetrics;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;

/** What comes of holding stored bytes against the booking on chain, by these two alone. */
public sealed interface MetricsCheck {
  /** The bytes are what the chain committed to, and the rulebook gives the outcome from them. */
  record Computed(Decision decision) implements MetricsCheck {}

  /**
   * The bytes are what the chain committed to, and an operator forced the outcome: the signature is
   * that operator's.
   */
  record Overridden(SessionOverride override) implements MetricsCheck {}

  /** They do not belong together. */
  record Wrong(Set<Fault> faults) implements MetricsCheck {
    public Wrong {
      faults = Set.copyOf(faults);
    }
  }

  /** What can be wrong. */
  enum Fault {
    /** The chain has no attestation of this booking. */
    NOT_ATTESTED,
    /** The bytes are not those that the chain committed to. */
    HASH_DIFFERS,
    /** The bytes are no payload of a schema that is known here. */
    MALFORMED,
    /** Chain, escrow, booking, terms of the slot or parties are not those of the booking. */
    OTHER_SESSION,
    /** The rulebook decides otherwise from the facts in the payload. */
    DECISION_DIFFERS,
    /** The chain has another outcome, and no dispute can have changed it. */
    OUTCOME_DIFFERS,
    /** The request was not signed by whom the payload names as the operator. */
    NOT_THE_OPERATORS
  }

  /**
   * The booking as the chain has it.
   *
   * @param slot that the booking is on
   */
  record OnChain(long chainId, Address escrow, long bookingId, Booking booking, Slot slot) {
    private boolean mayBeResolved() {
      return booking.status() == BookingStatus.RESOLVED
          || booking.status() == BookingStatus.FINALIZED;
    }

    private boolean isOf(SessionFacts facts) {
      return facts.chainId() == chainId
          && facts.escrow().equals(escrow.toString())
          && facts.bookingId().equals(Long.toString(bookingId))
          && facts.slot().equals(slot.terms())
          && facts.host().address().equals(slot.host().toString())
          && facts.guest().address().equals(booking.guest().toString());
    }
  }

  /** Checks the bytes. */
  static MetricsCheck of(Bytes stored, OnChain chain) {
    if (chain.booking().attestedAt() == 0) {
      return new Wrong(Set.of(Fault.NOT_ATTESTED));
    }
    EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    faultIf(
        faults, !MetricsCodec.verify(stored, chain.booking().metricsHash()), Fault.HASH_DIFFERS);
    Optional<MetricsPayload> payload = parsed(stored);
    payload.ifPresentOrElse(
        read -> addFaults(faults, read, chain), () -> faults.add(Fault.MALFORMED));
    return payload
        .filter(read -> faults.isEmpty())
        .map(MetricsCheck::passed)
        .orElseGet(() -> new Wrong(faults));
  }

  private static Optional<MetricsPayload> parsed(Bytes stored) {
    try {
      return Optional.of(MetricsCodec.parse(stored));
    } catch (MalformedMetricsException notOurs) {
      return Optional.empty();
    }
  }

  private static void addFaults(EnumSet<Fault> faults, MetricsPayload payload, OnChain chain) {
    faultIf(faults, !chain.isOf(payload.facts()), Fault.OTHER_SESSION);
    faultIf(
        faults, !payload.facts().recomputed().equals(decision(payload)), Fault.DECISION_DIFFERS);
    boolean sameOutcome = EscrowOutcome.of(payload.outcome()) == chain.booking().oracleOutcome();
    faultIf(faults, !sameOutcome && !chain.mayBeResolved(), Fault.OUTCOME_DIFFERS);
    if (payload instanceof SessionOverride override) {
      faultIf(faults, !isSignedByItsOperator(override), Fault.NOT_THE_OPERATORS);
    }
  }

  private static Optional<Decision> decision(MetricsPayload payload) {
    return payload instanceof SessionOverride override
        ? override.computed()
        : Optional.of(((SessionMetrics) payload).decision());
  }

  private static boolean isSignedByItsOperator(SessionOverride override) {
    try {
      return OverrideRequest.of(override)
          .signer(Bytes.fromHex(override.signature()))
          .toString()
          .equals(override.operator());
    } catch (IllegalArgumentException notSigned) {
      return false;
    }
  }

  private static void faultIf(EnumSet<Fault> faults, boolean isSo, Fault fault) {
    if (isSo) {
      faults.add(fault);
    }
  }

  private static MetricsCheck passed(MetricsPayload payload) {
    return payload instanceof SessionOverride override
        ? new Overridden(override)
        : new Computed(((SessionMetrics) payload).decision());
  }
}
