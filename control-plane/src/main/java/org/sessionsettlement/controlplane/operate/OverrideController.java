package org.sessionsettlement.controlplane.operate;

import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.oracle.ForcedOutcome;
import org.sessionsettlement.controlplane.oracle.Overriding;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.escrow.OverrideRequest;
import org.sessionsettlement.rules.Outcome;
import org.sessionsettlement.rules.SessionOverride;
import org.sessionsettlement.tempo.Bytes;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an operator's signed request to force an outcome arrives. The token lets it in; the
 * signature decides.
 */
@RestController
public final class OverrideController {
  /** More than the longest signature that Tempo takes, in hex digits. */
  private static final int MAX_SIGNATURE_LENGTH = 8_192;

  private final Overriding overriding;
  private final BookingIds ids;
  private final ServiceToken serviceToken;
  private final long chainId;

  public OverrideController(
      Overriding overriding, BookingIds ids, ServiceToken serviceToken, long chainId) {
    this.overriding = overriding;
    this.ids = ids;
    this.serviceToken = serviceToken;
    this.chainId = chainId;
  }

  record OverrideJson(
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable Long signedAtMs,
      @Nullable String signature) {}

  record TakenJson(String outcome, String operator, String metricsHash) {
    static TakenJson of(ForcedOutcome forced) {
      return new TakenJson(
          forced.outcome().contractName(),
          forced.operator().toString(),
          forced.metricsHash().toString());
    }
  }

  @PostMapping("/operator/bookings/{booking}/override")
  TakenJson override(
      @PathVariable("booking") String booking,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @RequestBody OverrideJson body) {
    serviceToken.require(token);
    var key = ids.parse(booking);
    var request =
        new OverrideRequest(
            chainId,
            key.escrow(),
            key.bookingId(),
            outcome(body.outcome()),
            reason(body.reason()),
            signedAt(body.signedAtMs()));
    return switch (overriding.force(request, signature(body.signature()))) {
      case Overriding.Result.Taken(var forced) -> TakenJson.of(forced);
      case Overriding.Result.Refused(var problem) -> throw problem.asException();
    };
  }

  private static Outcome outcome(@Nullable String name) {
    return Outcome.ofContractName(name == null ? "" : name)
        .orElseThrow(() -> new ProblemException(ProblemCode.BAD_OUTCOME));
  }

  private static String reason(@Nullable String text) {
    if (text == null || !SessionOverride.isReason(text)) {
      throw new ProblemException(ProblemCode.BAD_REASON);
    }
    return text;
  }

  private static long signedAt(@Nullable Long atMs) {
    if (atMs == null || atMs < 0) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }
    return atMs;
  }

  private static Bytes signature(@Nullable String hex) {
    if (hex == null || hex.length() > MAX_SIGNATURE_LENGTH) {
      throw Overriding.NO_SIGNATURE.asException();
    }
    try {
      return Bytes.fromHex(hex);
    } catch (IllegalArgumentException e) {
      throw Overriding.NO_SIGNATURE.asException();
    }
  }
}
