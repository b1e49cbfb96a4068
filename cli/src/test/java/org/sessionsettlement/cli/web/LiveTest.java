package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** What happens elsewhere is on screen without a reload, and what is old says so. */
class LiveTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();
  private static final DevAccount HOST = DevAccounts.HOSTS.get(2);
  private static final DevAccount GUEST = DevAccounts.GUESTS.get(2);

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void anEventOnChainIsOnScreenInEveryTabWithoutAReload() {
    try (var host = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      host.at("/").signIn(HOST).settled();
      Page other = host.newTab();
      other.navigate(STACK.url() + "/");
      host.signIn(other, HOST);
      long booking = STACK.book(HOST, GUEST, STACK.nowSeconds() + 7_200);
      String row = "[data-booking='" + booking + "'][data-status=ahead]";
      host.page().locator(row).waitFor();
      other.locator(row).waitFor();
      var _ = STACK.as(GUEST).cancelAsGuest(booking).orThrow();
      String cancelled = "[data-booking='" + booking + "'][data-status=cancelled]";
      host.page().locator(cancelled).waitFor();
      other.locator(cancelled).waitFor();
      assertThat(host.complaints()).isEmpty();
    }
  }

  @Test
  void aReloadKeepsTheSignInAndWhatIsShown() {
    long booking = STACK.book(HOST, GUEST, STACK.nowSeconds() + 10_800);
    try (var guest = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      guest.at("/").signIn(GUEST).settled();
      for (int reload = 0; reload < 3; reload++) {
        guest.page().reload();
        guest.page().locator("[data-wallet]").waitFor();
        guest.page().locator("[data-booking='" + booking + "']").waitFor();
      }
      assertThat(guest.complaints()).isEmpty();
    }
  }

  @Test
  void whileTheServiceIsDownThePageShowsItsAgeAndOffersNothing() {
    long booking = STACK.book(HOST, GUEST, STACK.nowSeconds() + 14_400);
    try (var guest = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      guest.at("/session/" + booking).signIn(GUEST).settled();
      guest.action("cancel_as_guest").waitFor();
      STACK.stack().service().stop();
      try {
        guest.page().locator(".age-bar[data-status=stale]").waitFor();
        guest.page().locator("[data-action=cancel_as_guest][disabled]").waitFor();
        guest.page().getByText("What you see is").waitFor();
        guest.screenshot("session-stale-desktop");
      } finally {
        STACK.stack().service().startAgain();
      }
      guest.action("cancel_as_guest").waitFor();
      assertThat(guest.page().locator(".age-bar[data-status=stale]").count()).isZero();
    }
  }
}
