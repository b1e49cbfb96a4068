package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** How a host's week comes to be booked: by its times, and by a guest's request. */
class MarketTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();
  private static final DevAccount HOST = DevAccounts.HOSTS.get(2);
  private static final DevAccount GUEST = DevAccounts.GUESTS.get(3);
  private static final ZoneId HOST_ZONE = ZoneId.of("Europe/Berlin");
  private static final ZoneId GUEST_ZONE = ZoneId.of("America/New_York");
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final Axe AXE = new Axe();
  private static final int HEIGHT = 800;

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void aWeekIsOfferedBookedAskedForAndTakenBack() {
    try (var host = in(HOST_ZONE, Visitor.DESKTOP);
        var guest = in(GUEST_ZONE, Visitor.PHONE)) {
      host.at("/schedule").signIn(HOST);
      host.page().locator("[data-action=set-price]").waitFor();
      look(host, "schedule-new-desktop");
      setPrice(host);
      saveWeek(host);
      makeTimes(host);
      look(host, "schedule-made-desktop");

      guest.at("/host/" + HOST.account().address()).signIn(GUEST);
      book(guest);
      ask(guest);
      accept(host);
      cancelOne(host);
      takeAllBack(host);

      guest.page().locator("[data-status=not-accepting]").waitFor();
      look(guest, "host-not-accepting-phone");
      assertThat(guest.page().locator("[data-action=book]").count()).isZero();
      assertThat(host.complaints()).isEmpty();
      assertThat(guest.complaints()).isEmpty();
    }
    looksRightOnAPhone();
  }

  private static void setPrice(Visitor host) {
    host.page().locator("input[name=price]").fill("12.5");
    host.action("set-price").click();
    sign(host);
    host.page().locator("[data-price='12500000']").waitFor();
  }

  private static void saveWeek(Visitor host) {
    host.page().locator("input[name=display_name]").fill("Ada’s lessons");
    host.page().locator("input[name=time_zone]").fill(HOST_ZONE.getId());
    for (int day = 1; day <= 7; day++) {
      host.page().locator("[data-day='" + day + "'] [data-action=add-range]").click();
    }
    host.page().locator("input[name=grace]").fill("4");
    host.page().locator("[data-troubles=grace_too_short]").waitFor();
    assertThat(host.page().locator("[data-action=save-week]").isDisabled()).isTrue();
    look(host, "schedule-trouble-desktop");
    host.page().locator("[data-action=override]").check();
    assertThat(host.page().locator("[data-action=save-week]").isEnabled()).isTrue();
    host.page().locator("input[name=grace]").fill("5");
    host.action("save-week").click();
    host.page().getByText("Saved.").waitFor();
  }

  /** Four a day for a week: more than fit into one transaction. */
  private static void makeTimes(Visitor host) {
    host.page().locator("input[name=break]").fill("60");
    host.action("make-slots").click();
    sign(host);
    host.action("later").click();
    host.page().locator(".week [data-slot]").first().waitFor();
  }

  private static void book(Visitor guest) {
    var last = guest.page().locator("[data-action=book]").last();
    last.waitFor();
    look(guest, "host-phone");
    assertThat(guest.page().locator("main").innerText()).contains(GUEST_ZONE.getId());
    last.click();
    PlaywrightAssertions.assertThat(guest.page().locator("[data-promise=pay]")).isInViewport();
    guest.page().locator("dialog [data-action=sign]:not([disabled])").waitFor();
    look(guest, "host-book-phone");
    sign(guest);
    guest.page().waitForURL("**/session/*");
    guest.page().locator(".badge-status.Booked").waitFor();
  }

  private static void ask(Visitor guest) {
    guest.page().goBack();
    Instant from = Instant.ofEpochSecond(STACK.nowSeconds()).plusSeconds(30 * 86_400L);
    field(guest, "earliest").fill(ZonedDateTime.ofInstant(from, GUEST_ZONE).format(FIELD));
    field(guest, "latest")
        .fill(ZonedDateTime.ofInstant(from.plusSeconds(7_200), GUEST_ZONE).format(FIELD));
    field(guest, "amount").fill("12");
    guest.action("request").click();
    guest.page().getByText("Your offer is below").waitFor();
    field(guest, "amount").fill("15");
    guest.action("request").click();
    sign(guest);
    guest.page().locator("[data-request][data-status=open]").waitFor();
    look(guest, "host-requested-phone");
  }

  private static Locator field(Visitor visitor, String name) {
    return visitor.page().locator("input[name=" + name + "]");
  }

  private static void accept(Visitor host) {
    host.action("accept").click();
    host.page().locator("dialog input[name=start]").waitFor();
    look(host, "schedule-accept-desktop");
    host.action("choose-terms").click();
    sign(host);
    host.page().locator("[data-action=accept]").waitFor(gone());
  }

  private static void cancelOne(Visitor host) {
    var open = host.page().locator(".week [data-status=open]");
    int before = open.count();
    open.first().locator("input").check();
    host.action("cancel-slots").click();
    sign(host);
    host.page().waitForCondition(() -> open.count() == before - 1);
  }

  private static void takeAllBack(Visitor host) {
    host.action("accepting").click();
    host.page().locator("[data-status=still-open]").waitFor();
    look(host, "schedule-still-open-desktop");
    host.action("cancel-all").click();
    sign(host);
    host.page().locator("[data-status=still-open]").waitFor(gone());
    assertThat(host.page().locator(".week [data-status=open]").count()).isZero();
  }

  /** And lets bookings be taken again, for whoever tests with this host next. */
  private static void looksRightOnAPhone() {
    try (var host = in(HOST_ZONE, Visitor.PHONE)) {
      host.at("/schedule").signIn(HOST);
      host.action("accepting").click();
      host.page().locator("[data-action=accepting][aria-checked=true]").waitFor();
      host.action("later").click();
      look(host, "schedule-phone");
      assertThat(overflow(host)).isZero();
      host.at("/host/" + HOST.account().address());
      host.page().locator("[data-status=accepting]").waitFor();
      look(host, "host-own-phone");
      assertThat(overflow(host)).isZero();
    }
  }

  /** Keeps a picture, and finds nothing serious wrong. */
  private static void look(Visitor visitor, String name) {
    visitor.screenshot(name);
    assertThat(AXE.seriousIn(visitor.page())).as(name).isEmpty();
  }

  /** By how many pixels the page is wider than the screen. */
  private static int overflow(Visitor visitor) {
    return (int)
        visitor
            .page()
            .evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  private static Visitor in(ZoneId zone, int width) {
    return Visitor.with(
        CHROMIUM,
        STACK,
        new NewContextOptions().setViewportSize(width, HEIGHT).setTimezoneId(zone.getId()));
  }

  /** Signs what the dialog shows, waits until the chain has all of it, and closes the dialog. */
  private static void sign(Visitor visitor) {
    visitor.action("sign").click();
    visitor.page().getByText("Done. The chain has confirmed it.").waitFor();
    visitor.action("close-deed").click();
    visitor.page().locator("dialog[open]").waitFor(gone());
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
