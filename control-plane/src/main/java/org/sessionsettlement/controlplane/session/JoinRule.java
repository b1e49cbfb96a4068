package org.sessionsettlement.controlplane.session;

import java.time.Duration;
import java.util.Optional;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.escrow.BookingStatus;
import org.sessionsettlement.tempo.Address;

/** Who may join a booking, and when. The first check that fails answers. */
final class JoinRule {
  static final Duration OPENS_BEFORE_START = Duration.ofMinutes(5);

  private JoinRule() {}

  /** What the rule says. */
  sealed interface Answer {
    record Admitted(Role role) implements Answer {}

    record Refused(ProblemCode code) implements Answer {}
  }

  static Answer decide(BookingView booking, Address wallet, long nowMs) {
    var role = roleOf(booking, wallet);
    if (role.isEmpty()) {
      return new Answer.Refused(ProblemCode.NOT_A_PARTICIPANT);
    }
    return refusal(booking, nowMs)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Admitted(role.get()));
  }

  static Optional<Role> roleOf(BookingView booking, Address wallet) {
    if (wallet.equals(booking.host())) {
      return Optional.of(Role.HOST);
    }
    return wallet.equals(booking.guest()) ? Optional.of(Role.GUEST) : Optional.empty();
  }

  private static Optional<ProblemCode> refusal(BookingView booking, long nowMs) {
    if (nowMs >= booking.slot().endMs()) {
      return Optional.of(ProblemCode.SESSION_OVER);
    }
    if (booking.status() != BookingStatus.BOOKED) {
      return Optional.of(ProblemCode.BOOKING_NOT_ACTIVE);
    }
    long opensMs = booking.slot().startMs() - OPENS_BEFORE_START.toMillis();
    return nowMs < opensMs ? Optional.of(ProblemCode.TOO_EARLY_TO_JOIN) : Optional.empty();
  }
}
