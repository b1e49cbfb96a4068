package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HALF_AN_HOUR;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;
import static org.sessionsettlement.controlplane.FakeBookings.START_MS;
import static org.sessionsettlement.controlplane.FakeBookings.STRANGER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.booking.BookingView;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.session.JoinRule.Answer.Admitted;
import org.sessionsettlement.controlplane.session.JoinRule.Answer.Refused;
import org.sessionsettlement.escrow.BookingStatus;

class JoinRuleTest {
  private static final long FIVE_MINUTES_MS = 300_000;
  private static final BookingView BOOKED = with(BookingStatus.BOOKED);

  @Test
  void admitsBothPartiesInTheirRoles() {
    assertThat(JoinRule.decide(BOOKED, HOST, START_MS)).isEqualTo(new Admitted(Role.HOST));
    assertThat(JoinRule.decide(BOOKED, GUEST, START_MS)).isEqualTo(new Admitted(Role.GUEST));
  }

  @Test
  void opensFiveMinutesBeforeTheStart() {
    long opensMs = START_MS - FIVE_MINUTES_MS;
    assertThat(JoinRule.decide(BOOKED, HOST, opensMs - 1))
        .isEqualTo(new Refused(ProblemCode.TOO_EARLY_TO_JOIN));
    assertThat(JoinRule.decide(BOOKED, HOST, opensMs)).isEqualTo(new Admitted(Role.HOST));
  }

  @Test
  void closesAtTheEnd() {
    long endMs = HALF_AN_HOUR.endMs();
    assertThat(JoinRule.decide(BOOKED, HOST, endMs - 1)).isEqualTo(new Admitted(Role.HOST));
    assertThat(JoinRule.decide(BOOKED, HOST, endMs))
        .isEqualTo(new Refused(ProblemCode.SESSION_OVER));
  }

  @Test
  void tellsAStrangerNothingElse() {
    assertThat(JoinRule.decide(BOOKED, STRANGER, HALF_AN_HOUR.endMs()))
        .isEqualTo(new Refused(ProblemCode.NOT_A_PARTICIPANT));
  }

  @ParameterizedTest
  @EnumSource(value = BookingStatus.class, names = "BOOKED", mode = EnumSource.Mode.EXCLUDE)
  void refusesABookingThatIsNotBooked(BookingStatus status) {
    assertThat(JoinRule.decide(with(status), HOST, START_MS))
        .isEqualTo(new Refused(ProblemCode.BOOKING_NOT_ACTIVE));
  }

  private static BookingView with(BookingStatus status) {
    return new BookingView(FakeBookings.key(1), HOST, GUEST, HALF_AN_HOUR, status);
  }
}
