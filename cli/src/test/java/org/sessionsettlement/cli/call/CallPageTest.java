package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.cli.call.CallStack.GUEST;
import static org.sessionsettlement.cli.call.CallStack.HOST;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;
import tools.jackson.databind.JsonNode;

/** Real calls at the real page: browsers and programs, direct and by a TURN server. */
class CallPageTest {
  private static final CallStack STACK = CallStack.shared();
  private static final Chromium CHROMIUM = new Chromium();

  /** Some seconds of speech; DTX and silence would send next to nothing. */
  private static final long SOME_SOUND_BYTES = 5_000;

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void twoBrowsersHearEachOtherUntilOneLeaves() {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      host.join().untilPhase("WaitingForPeer");
      guest.join().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      guest.leave();
      host.untilPhase("WaitingForPeer");
      host.leave();
      assertThat(host.complaints()).isEmpty();
      assertThat(guest.complaints()).isEmpty();
    }
  }

  @Test
  void twoBrowsersHearEachOtherByTheRelayAlone() throws Exception {
    int before = relayed();
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      host.joinByRelay();
      guest.joinByRelay().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
    }
    assertThat(relayed()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void aBrowserAndAProgramHearEachOther() throws Exception {
    try (var guest = BrowserParty.at(CHROMIUM, STACK, GUEST);
        var host = STACK.call(HOST)) {
      guest.join().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      host.untilPhase("connected");
      guest.leave();
      host.untilPhase("waiting_for_peer");
      host.interrupt();
      host.untilPhase("ended");
      assertHeard(host.last());
    }
  }

  @Test
  void aBrowserAndAProgramHearEachOtherByTheRelayAlone() throws Exception {
    int before = relayed();
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = STACK.call(GUEST, "--relay-only")) {
      host.joinByRelay().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      guest.untilPhase("connected");
      host.leave();
      guest.untilPhase("waiting_for_peer");
      guest.interrupt();
      guest.untilPhase("ended");
      assertHeard(guest.last());
    }
    assertThat(relayed()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void twoProgramsHearEachOtherByTheRelayAlone() throws Exception {
    int before = relayed();
    try (var host = STACK.call(HOST, "--relay-only");
        var guest = STACK.call(GUEST, "--relay-only", "--for", "10s")) {
      host.untilPhase("connected");
      guest.untilPhase("ended");
      assertHeard(guest.last());
    }
    assertThat(relayed()).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void theNewestPageOfAWalletHasTheSeatAndTheOlderSaysSo() {
    try (var guest = BrowserParty.at(CHROMIUM, STACK, GUEST);
        var older = BrowserParty.at(CHROMIUM, STACK, HOST);
        var newer = BrowserParty.at(CHROMIUM, STACK, HOST)) {
      guest.join();
      older.join().untilPhase("Connected");
      newer.join().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      older.untilPhase("Failed");
      assertThat(older.page().locator("h1").textContent()).contains("another device");
    }
  }

  @Test
  void isJoinedByKeyboardOnAPhone() {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST, 360);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      guest.join();
      var page = host.page();
      for (int i = 0; i < 30 && !host.focusIs("join"); i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");
      host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      page.keyboard().press("m");
      page.getByText("Microphone muted").waitFor();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }
  }

  @Test
  void aChangeOfNetworkRestartsIceAndTheCallGoesOn() {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      host.join();
      guest.join().untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      host.untilPhase("Connected");
      var before = guest.iceNames();
      guest.networkChanges();
      guest.page().waitForCondition(() -> guest.iceNames().size() > before.size());
      guest.untilHeard(SOME_SOUND_BYTES);
      host.untilHeard(SOME_SOUND_BYTES);
      assertThat(guest.phase()).isEqualTo("Connected");
    }
  }

  @Test
  void aReloadedPageComesBackIntoItsCall() {
    try (var host = BrowserParty.at(CHROMIUM, STACK, HOST);
        var guest = BrowserParty.at(CHROMIUM, STACK, GUEST)) {
      host.join();
      guest.join().untilPhase("Connected");
      guest.page().reload();
      guest.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
      host.untilPhase("Connected").untilHeard(SOME_SOUND_BYTES);
    }
  }

  /** A browser's fake microphone beeps a fifth of a second at a time: most frames are silent. */
  private static void assertHeard(JsonNode last) {
    long loud = last.get("frames").asLong() - last.get("silent_frames").asLong();
    assertThat(loud).as(last.toString()).isGreaterThanOrEqualTo(10);
  }

  /** How many ways to a peer the TURN server has opened. */
  private static int relayed() throws Exception {
    return STACK.turnLog().split("CREATE_PERMISSION processed, success", -1).length - 1;
  }
}
