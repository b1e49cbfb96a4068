package org.sessionsettlement.controlplane.oracle;

import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingIds;
import org.sessionsettlement.controlplane.problem.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The operator asks for an attestation; the outcome is computed, never given. */
@RestController
public final class AttestController {
  private final AttestNow attestNow;
  private final BookingIds ids;
  private final ServiceToken serviceToken;

  public AttestController(AttestNow attestNow, BookingIds ids, ServiceToken serviceToken) {
    this.attestNow = attestNow;
    this.ids = ids;
    this.serviceToken = serviceToken;
  }

  record AttestedJson(String outcome, String txHash) {}

  @PostMapping("/session/{booking}/attest")
  AttestedJson attest(
      @PathVariable("booking") String booking,
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token) {
    serviceToken.require(token);
    return switch (attestNow.attest(ids.parse(booking))) {
      case AttestNow.Result.Attested(var outcome, var txHash) ->
          new AttestedJson(outcome.contractName(), txHash.toString());
      case AttestNow.Result.Refused(Problem problem) -> throw problem.asException();
    };
  }
}
