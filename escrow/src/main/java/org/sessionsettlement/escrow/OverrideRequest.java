package org.sessionsettlement.escrow;

import java.util.Map;
import java.util.Objects;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.signature.typeddata.TypedData;
import org.sessionsettlement.tempo.signature.typeddata.TypedDataDomain;
import org.sessionsettlement.tempo.signature.typeddata.TypedField;

/**
 * What an operator signs to force an outcome (EIP-712; docs/metrics/session-override-1.md). It is
 * good for one booking of one escrow on one chain.
 *
 * @param outcome that is to be attested
 * @param reason for people, as {@link SessionOverride#isReason} has it
 * @param signedAtMs milliseconds since the epoch
 */
public record OverrideRequest(
    long chainId, Address escrow, long bookingId, Outcome outcome, String reason, long signedAtMs) {
  private static final String STRUCT = "Override";

  /** Checks that nothing is missing. */
  public OverrideRequest {
    Objects.requireNonNull(escrow, "escrow");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * The request that a payload says was signed.
   *
   * @throws ArithmeticException or IllegalArgumentException for a booking beyond 63 bits, which no
   *     request can name
   */
  public static OverrideRequest of(SessionOverride override) {
    return new OverrideRequest(
        override.facts().chainId(),
        Address.parse(override.facts().escrow()),
        Long.parseLong(override.facts().bookingId()),
        override.outcome(),
        override.reason(),
        override.signedAtMs());
  }

  /** The document as a wallet shows it. */
  public TypedData typedData() {
    return TypedData.builder(STRUCT)
        .domain(TypedDataDomain.of("Session Settlement", "1", chainId, escrow))
        .struct(
            STRUCT,
            new TypedField("bookingId", "uint256"),
            new TypedField("outcome", "string"),
            new TypedField("reason", "string"),
            new TypedField("signedAtMs", "uint64"))
        .message(
            Map.of(
                "bookingId",
                bookingId,
                "outcome",
                outcome.contractName(),
                "reason",
                reason,
                "signedAtMs",
                signedAtMs))
        .build();
  }

  /**
   * Who signed it.
   *
   * @throws org.sessionsettlement.tempo.signature.InvalidSignatureException when these bytes are no
   *     signature
   */
  public Address signer(Bytes signature) {
    return typedData().recover(signature);
  }
}
