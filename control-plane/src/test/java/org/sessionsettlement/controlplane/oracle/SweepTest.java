package org.sessionsettlement.controlplane.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.db.BookingKey;

class SweepTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final OracleFixture oracle = new OracleFixture(SweepTest.class);

  @AfterEach
  void close() {
    oracle.close();
  }

  @Test
  void takesWhatFallsDueTogetherByOneBookingsTask() {
    var keys = running(3);
    atTheEnd();
    oracle.sweep().evaluateOne(keys.getFirst());
    assertThat(keys)
        .allSatisfy(key -> assertThat(oracle.stage(key)).isEqualTo(new Stage.Decided()));
  }

  @Test
  void leavesNoTaskBehindForWhatIsDecided() {
    var keys = running(3);
    assertThat(tasks()).isEqualTo(keys.size());
    atTheEnd();
    oracle.sweep().tick();
    assertThat(tasks()).isZero();
  }

  @Test
  void evaluatesNothingByTheTaskOfABookingThatIsNotDue() {
    var keys = running(2);
    oracle.sweep().evaluateOne(keys.getFirst());
    assertThat(verdicts()).isEqualTo(keys.size());
  }

  @Test
  void findsWhatTheMirrorGotLongAfterItBegan() {
    var sweep = oracle.sweep();
    oracle.at(OracleFixture.END_S);
    assertThat(sweep.tick()).isZero();

    var late = oracle.booked(1);
    oracle.later(A_MINUTE);
    assertThat(sweep.tick()).isEqualTo(1);
    assertThat(oracle.verdict(late)).isPresent();
  }

  /** Sessions that have begun and been looked at, both parties being there to the end. */
  private List<BookingKey> running(int bookings) {
    var keys = new ArrayList<BookingKey>();
    for (int id = 1; id <= bookings; id++) {
      var key = oracle.booked(id);
      oracle.host(key, OracleFixture.START_S, OracleFixture.END_S);
      oracle.guest(key, OracleFixture.START_S, OracleFixture.END_S);
      keys.add(key);
    }
    oracle.watchedUntil(OracleFixture.START_S);
    oracle.at(OracleFixture.START_S);
    assertThat(oracle.sweep().tick()).isEqualTo(bookings);
    return keys;
  }

  private void atTheEnd() {
    oracle.watchedUntil(OracleFixture.END_S);
    oracle.at(OracleFixture.END_S);
  }

  private int tasks() {
    return count("scheduled_tasks");
  }

  private int verdicts() {
    return count("verdicts");
  }

  private int count(String table) {
    return oracle
        .database
        .jdbc()
        .sql("select count(*) from " + table)
        .query(Integer.class)
        .single();
  }
}
