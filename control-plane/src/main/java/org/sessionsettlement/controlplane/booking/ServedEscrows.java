package org.sessionsettlement.controlplane.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;

/** The escrows that this installation serves, the default one among them. */
public final class ServedEscrows {
  private final SessionEscrow byDefault;
  private final Map<Address, SessionEscrow> byAddress = new LinkedHashMap<>();

  /**
   * @param escrows the default one first
   */
  public ServedEscrows(List<SessionEscrow> escrows) {
    this.byDefault = escrows.getFirst();
    escrows.forEach(escrow -> byAddress.put(escrow.address(), escrow));
  }

  /** The escrow that is meant where none is named. */
  public Address byDefault() {
    return byDefault.address();
  }

  /** Empty for an escrow that is not served here. */
  public Optional<SessionEscrow> find(Address escrow) {
    return Optional.ofNullable(byAddress.get(escrow));
  }

  /**
   * The escrow that a caller names, or the default one where none is named.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code bad_address}, {@code
   *     escrow_not_found}
   */
  SessionEscrow named(@Nullable String text) {
    return text == null ? byDefault : require(Addresses.parse(text));
  }

  /**
   * The escrow of that address.
   *
   * @throws org.sessionsettlement.controlplane.problem.ProblemException {@code escrow_not_found}
   */
  public SessionEscrow require(Address escrow) {
    return find(escrow)
        .orElseThrow(
            () ->
                new Problem(ProblemCode.ESCROW_NOT_FOUND, escrow + " is not served here")
                    .asException());
  }
}
