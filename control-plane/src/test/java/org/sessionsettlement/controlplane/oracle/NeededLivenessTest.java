package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;
import org.sessionsettlement.controlplane.session.LeaseSweep;
import org.sessionsettlement.controlplane.session.Sessions;
import org.sessionsettlement.escrow.BookingStatus;

class NeededLivenessTest {
  private static final long MARGIN_S = NeededLiveness.MARGIN.toSeconds();
  private static final long LAST_COMPLETED_S = OracleFixture.END_S + 7_200;

  private final OracleFixture oracle = new OracleFixture(NeededLivenessTest.class);
  private final NeededLiveness needed =
      new NeededLiveness(
          oracle.database, new LeaseSweep(oracle.database, oracle.clock), oracle.clock);

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void isADayWhereNothingIsBooked() {
    oracle.at(OracleFixture.END_S);
    assertThat(neededSeconds()).isEqualTo(OracleFixture.END_S - MARGIN_S);
  }

  @Test
  void reachesBackToTheStartOfWhatCanStillBeAttestedAndADayLonger() {
    oracle.booked(1);
    oracle.at(LAST_COMPLETED_S + MARGIN_S);
    assertThat(neededSeconds()).isEqualTo(OracleFixture.START_S);
    oracle.later(Duration.ofSeconds(1));
    assertThat(neededSeconds()).isEqualTo(LAST_COMPLETED_S + 1);
  }

  @Test
  void asksForNothingOfABookingThatIsDecidedOnChain() {
    oracle.mirrored(1, BookingStatus.ATTESTED);
    oracle.at(LAST_COMPLETED_S + MARGIN_S);
    assertThat(neededSeconds()).isEqualTo(LAST_COMPLETED_S);
  }

  @Test
  void keepsWhatAnOpenConnectionStillNeeds() {
    var bookings = new FakeBookings();
    var key = bookings.booked(1);
    oracle.at(OracleFixture.START_S);
    new Sessions(oracle.database, bookings, oracle.clock).join(key, FakeBookings.HOST);
    oracle.later(Duration.ofDays(3));
    assertThat(neededSeconds()).isEqualTo(OracleFixture.START_S);
    new LeaseSweep(oracle.database, oracle.clock).tick();
    assertThat(neededSeconds()).isGreaterThan(OracleFixture.START_S);
  }

  private long neededSeconds() {
    return needed.fromMs() / 1_000;
  }
}
