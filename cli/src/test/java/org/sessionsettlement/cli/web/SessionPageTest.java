package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** A session's page for guest, host and others, and the reviewer's. */
class SessionPageTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();
  private static final Duration AHEAD = Duration.ofHours(3);
  private static final Duration CUTOFF = Duration.ofHours(1);

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void aGuestSeesWhatCancellingCostsBeforeAndAfterTheCutoff() {
    DevAccount guest = DevAccounts.GUESTS.get(1);
    long start = STACK.nowSeconds() + AHEAD.toSeconds();
    long bookingId = STACK.book(DevAccounts.HOSTS.get(1), guest, start);
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.PHONE)) {
      visitor.at("/session/" + bookingId).signIn(guest);
      untilStatus(visitor, "Booked").screenshot("session-booked-phone");
      visitor.action("cancel_as_guest").click();
      assertThat(shares(visitor)).containsExactly("0", "20000000", "0");
      visitor.action("close-deed").click();

      STACK.advanceTo(start - CUTOFF.toSeconds() + 1);
      visitor.page().reload();
      visitor.action("cancel_as_guest").click();
      assertThat(shares(visitor)).containsExactly("9500000", "10000000", "500000");
      visitor.action("sign").waitFor();
      visitor.screenshot("session-late-cancel-phone");
      sign(visitor);
      untilStatus(visitor, "Cancelled").screenshot("session-cancelled-phone");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aDisputeGoesFromTheGuestToTheReviewerAndToItsEnd() {
    DevAccount host = DevAccounts.HOSTS.getLast();
    DevAccount guest = DevAccounts.GUESTS.getLast();
    long bookingId = heldSession(host, guest);
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP);
        var other = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP);
        var reviewer = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      visitor.at("/session/" + bookingId).signIn(guest);
      untilStatus(visitor, "Attested");
      visitor.page().locator("[data-status=metrics-right]").waitFor();
      assertThat(text(visitor, "[data-presence=together]")).contains("That is enough, from");
      visitor.screenshot("session-attested-desktop");

      visitor.action("challenge").click();
      visitor.action("sign").waitFor();
      visitor.screenshot("session-challenge-desktop");
      sign(visitor);
      untilStatus(visitor, "Disputed");
      visitor.page().locator("#statement").fill("The host was there and said nothing.");
      visitor.page().locator("button[data-action=state]").click();
      visitor.page().locator("[data-statement=guest]").waitFor();

      other.at("/session/" + bookingId).signIn(host);
      assertThat(text(other, "[data-statement=guest]")).contains("said nothing");
      other.screenshot("session-disputed-desktop");

      resolve(reviewer, bookingId);

      untilStatus(visitor, "Resolved");
      visitor.action("finalize").click();
      assertThat(shares(visitor)).containsExactly("0", "20000000", "0");
      sign(visitor);
      untilStatus(visitor, "Finalized").screenshot("session-finalized-desktop");
      assertThat(visitor.complaints()).isEmpty();
      assertThat(reviewer.complaints()).isEmpty();
    }
  }

  @Test
  void othersSeeTheChainsStateAloneAndNothingToDo() {
    long start = STACK.nowSeconds() + AHEAD.toSeconds();
    long bookingId = STACK.book(DevAccounts.HOSTS.get(1), DevAccounts.GUESTS.get(2), start);
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      visitor.at("/session/" + bookingId);
      untilStatus(visitor, "Booked");
      assertThat(visitor.page().locator("[data-action=cancel_as_guest]").count()).isZero();
      assertThat(visitor.page().locator("[data-presence]").count()).isZero();
    }
  }

  /** Twenty minutes of which a minute together is enough; over, and attested as completed. */
  private static long heldSession(DevAccount host, DevAccount guest) {
    long start = STACK.nowSeconds() + Duration.ofMinutes(3).toSeconds();
    long slotId = STACK.offer(host, new SlotOffer(start, 20, 5, 1, 60));
    long bookingId = STACK.as(guest).book(slotId).orThrow().value();
    STACK.advanceTo(start);
    new Attendance(STACK).together(bookingId, Duration.ofMinutes(2), host, guest);
    STACK.advanceTo(start + Duration.ofMinutes(20).toSeconds() + 1);
    return bookingId;
  }

  private static void resolve(Visitor reviewer, long bookingId) {
    reviewer.at("/review").signIn(DevAccounts.OWNER);
    reviewer.page().locator("[data-dispute='" + bookingId + "'] [data-action=review]").click();
    reviewer.page().locator("[data-statement=guest]").waitFor();
    reviewer.page().locator("input[value=NoShowHost]").check();
    assertThat(
            reviewer
                .page()
                .locator("[data-outcome=NoShowHost]")
                .first()
                .getAttribute("data-bond-to"))
        .isEqualTo("guest");
    reviewer.screenshot("review-desktop");
    reviewer.page().setViewportSize(Visitor.PHONE, 800);
    reviewer.screenshot("review-phone");
    reviewer.action("resolve").click();
    sign(reviewer);
  }

  private static Visitor untilStatus(Visitor visitor, String status) {
    visitor.page().locator("[data-booking][data-status=" + status + "]").waitFor();
    return visitor;
  }

  /** Signs what the dialog shows, waits until the chain has it, and closes the dialog. */
  private static void sign(Visitor visitor) {
    visitor.action("sign").click();
    visitor.page().locator("dialog [data-status=done]").waitFor();
    visitor.action("close-deed").click();
  }

  private static String text(Visitor visitor, String selector) {
    return visitor.page().locator(selector).first().textContent();
  }

  /** What host, guest and treasury get, in units, by the dialog that is open. */
  private static List<String> shares(Visitor visitor) {
    Locator shares = visitor.page().locator("dialog [data-share]");
    shares.first().waitFor();
    return shares.all().stream().map(share -> share.getAttribute("data-units")).toList();
  }
}
