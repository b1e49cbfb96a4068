package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;

/** A newcomer with nothing but a device that keeps passkeys. */
class PasskeyTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void signsUpAndComesBack() {
    try (var newcomer = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      var _ = Authenticator.of(newcomer);
      newcomer.at("/").signUp("Ada");
      String address = newcomer.wallet();
      newcomer.page().reload();
      assertThat(newcomer.wallet()).isEqualTo(address);
      newcomer.action("sign-out").click();
      newcomer.action("sign-in").click();
      newcomer.page().locator("[data-account=Ada]").click();
      assertThat(newcomer.wallet()).isEqualTo(address);
      assertThat(newcomer.complaints()).isEmpty();
    }
  }

  @Test
  void isNotSignedUpWhereSomebodyElseIsAtTheDevice() {
    try (var stranger = Visitor.with(CHROMIUM, STACK, Visitor.PHONE)) {
      Authenticator.of(stranger).ownerIsThere(false);
      stranger.at("/").action("sign-in").click();
      stranger.action("create-passkey").click();
      stranger.page().getByText("Your account did not sign").waitFor();
      assertThat(stranger.page().locator("[data-wallet]").count()).isZero();
    }
  }
}
