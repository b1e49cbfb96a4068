package org.sessionsettlement.controlplane.explain;

import java.security.Principal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.BookingRecord;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.Address;

/**
 * Who may read presence, explanation, metrics and statements of a booking: its two parties, the
 * operator, and the escrow's owner while the booking is disputed.
 */
public final class Readers {
  private final ServiceToken serviceToken;
  private final UnaryOperator<Address> ownerOf;

  /**
   * @param ownerOf asks the chain who owns an escrow, since ownership moves
   */
  public Readers(ServiceToken serviceToken, UnaryOperator<Address> ownerOf) {
    this.serviceToken = serviceToken;
    this.ownerOf = ownerOf;
  }

  /** Why somebody may read. */
  public enum Reader {
    PARTY,
    OPERATOR,
    REVIEWER
  }

  /**
   * Lets readers pass.
   *
   * @throws ProblemException {@code token_missing}, {@code service_token_invalid} or {@code
   *     not_a_participant}
   */
  public Reader require(
      BookingRecord booking, @Nullable Principal principal, @Nullable String token) {
    if (token != null) {
      serviceToken.require(token);
      return Reader.OPERATOR;
    }
    var wallet = Caller.walletOf(principal);
    if (booking.isParty(wallet)) {
      return Reader.PARTY;
    }
    if (isReviewer(booking, wallet)) {
      return Reader.REVIEWER;
    }
    throw new ProblemException(ProblemCode.NOT_A_PARTICIPANT);
  }

  private boolean isReviewer(BookingRecord booking, Address wallet) {
    return booking.standing().status() == BookingStatus.DISPUTED
        && ownerOf.apply(booking.key().escrow()).equals(wallet);
  }
}
