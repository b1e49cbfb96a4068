package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.cli.call.CallStack.GUEST;
import static org.sessionsettlement.cli.call.CallStack.HOST;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.cli.call.Stays.Stay;

/** Calls through faults: what becomes of the media, and what presence says afterwards. */
class CallFaultsTest {
  private static final CallStack STACK = CallStack.shared();
  private static final Chromium CHROMIUM = new Chromium();
  private static final long SOME_SOUND_BYTES = 5_000;

  /** Well below what speech needs, well above nothing. */
  private static final long SOUND_BYTES_A_SECOND = 500;

  private static final long LIMIT_NANOS = 120_000_000_000L;

  private long fromMs;

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @BeforeEach
  void waitUntilNobodyIsPresent() throws SQLException {
    await(
        "nobody of an earlier test is present",
        () -> STACK.stays().since(0).stream().noneMatch(Stay::isLive));
    fromMs = STACK.nowMs();
  }

  @Test
  void soundGoesOnThroughAKillOfTheServiceAndItsRestartAndNoSeatIsLost() throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      together(host, guest);
      STACK.stack().service().kill();
      host.untilHeard(SOME_SOUND_BYTES);
      guest.untilHeard(SOME_SOUND_BYTES);
      STACK.stack().service().startAgain();
      long backMs = STACK.nowMs();
      await("both are heard again", () -> live().stream().allMatch(s -> s.untilMs() >= backMs));
      host.untilHeard(SOME_SOUND_BYTES);
      assertThat(host.phase()).isEqualTo("Connected");
      assertThat(guest.phase()).isEqualTo("Connected");
      assertThat(STACK.stays().since(fromMs)).as("no seat was lost").hasSize(2);
    }
  }

  @Test
  void aCutOfThreeSecondsCostsNeitherSoundNorPresence() throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      together(host, guest);
      cutForSeconds(3, host);
      long mendedMs = STACK.nowMs();
      await("both are heard again", () -> live().stream().allMatch(s -> s.untilMs() > mendedMs));
      assertThat(STACK.stays().since(fromMs)).hasSize(2).allMatch(Stay::isLive);
      assertThat(host.phase()).isEqualTo("Connected");
      host.untilHeard(SOME_SOUND_BYTES);
      guest.untilHeard(SOME_SOUND_BYTES);
    }
  }

  @Test
  void aCutOfTwentySecondsCostsThePresenceItTookAndTheCallGoesOn() throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      together(host, guest);
      long cutMs = STACK.nowMs();
      cutForSeconds(20, host);
      await(
          "both have new seats",
          () -> live().size() == 2 && STACK.stays().since(fromMs).size() == 4);
      List<Stay> stays = STACK.stays().since(fromMs);
      for (Stay lost : stays.subList(0, 2)) {
        assertThat(lost.reason()).isIn("socket_closed", "lease_over");
        assertThat(lost.untilMs()).isBetween(cutMs - 6_000, cutMs + 1_000);
      }
      for (Stay anew : stays.subList(2, 4)) {
        assertThat(anew.joinedMs()).isGreaterThanOrEqualTo(cutMs + 19_000);
      }
      host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      guest.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
    }
  }

  @Test
  void aProgramThatIsKilledIsGoneAtItsLastHeartbeatAndTheOtherWaits() throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = STACK.call(GUEST)) {
      host.join().untilPhase("Connected");
      guest.untilPhase("connected");
      long killedMs = STACK.nowMs();
      guest.kill();
      host.untilPhase("WaitingForPeer");
      Stay gone =
          STACK.stays().since(fromMs).stream()
              .filter(stay -> stay.role().equals("guest"))
              .findFirst()
              .orElseThrow();
      assertThat(gone.reason()).isIn("socket_closed", "lease_over");
      assertThat(gone.untilMs()).isBetween(killedMs - 6_000, killedMs + 1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, 60})
  void aPageWhoseClockIsAnHourWrongIsCountedByTheServicesTime(int minutes) throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST, Duration.ofMinutes(minutes))) {
      together(host, guest);
      await(
          "the guest's heartbeats count",
          () -> live().stream().allMatch(s -> s.untilMs() > s.joinedMs()));
      assertThat(STACK.stays().since(fromMs))
          .hasSize(2)
          .allMatch(stay -> stay.joinedMs() <= STACK.nowMs() + 2_000);
    }
  }

  @Test
  void aPageThatIsClosedLeavesAtOnce() throws Exception {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      together(host, guest);
      long closedMs = STACK.nowMs();
      guest.page().close();
      host.untilPhase("WaitingForPeer");
      Stay gone = STACK.stays().since(fromMs).get(1);
      assertThat(gone.reason()).isEqualTo("left");
      assertThat(gone.untilMs()).isBetween(closedMs - 1_000, closedMs + 3_000);
    }
  }

  private static void together(BrowserParty host, BrowserParty guest) {
    host.join().untilPhase("WaitingForPeer");
    guest.join().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
    host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
  }

  /** The parties' way to the service; the media have their own. */
  private static void cutForSeconds(int seconds, BrowserParty listener) {
    long before = listener.receivedBytes();
    STACK.network().cut();
    listener.page().waitForTimeout(seconds * 1_000.0);
    STACK.network().mend();
    assertThat(listener.receivedBytes() - before).isGreaterThan(SOUND_BYTES_A_SECOND * seconds);
  }

  private List<Stay> live() throws SQLException {
    return STACK.stays().since(fromMs).stream().filter(Stay::isLive).toList();
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(String what, Condition condition) throws SQLException {
    long endNanos = System.nanoTime() + LIMIT_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > endNanos) {
        throw new AssertionError("never happened: " + what);
      }
      LockSupport.parkNanos(100_000_000);
    }
  }
}
