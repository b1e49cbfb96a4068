package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** What holds of every page of the app: policy, console, axe, narrow screens, titles, focus. */
class PagesTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();
  private static final Axe AXE = new Axe();
  private static final DevAccount HOST = DevAccounts.HOSTS.get(1);
  private static final DevAccount GUEST = DevAccounts.GUESTS.get(1);

  private static String session = "";

  @BeforeAll
  static void book() {
    session = Long.toString(STACK.book(HOST, GUEST, STACK.nowSeconds() + 7_200));
  }

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  /** The pages by the names of their pictures; each for whom it is made. */
  private static Map<String, String> pages() {
    return Map.of(
        "home", "/",
        "session", "/session/" + session,
        "host", "/host/" + HOST.account().address(),
        "schedule", "/schedule",
        "money", "/money",
        "review", "/review");
  }

  private static DevAccount whoReads(String name) {
    return switch (name) {
      case "host" -> GUEST;
      case "review" -> DevAccounts.OWNER;
      default -> HOST;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "session", "money"})
  void isSoundOnDesktopAndPhone(String name) {
    look(name, Visitor.DESKTOP, ColorScheme.LIGHT);
    look(name, Visitor.PHONE, ColorScheme.DARK);
  }

  private static void look(String name, int width, ColorScheme colours) {
    var options = new Browser.NewContextOptions().setViewportSize(width, 800);
    try (var visitor = Visitor.with(CHROMIUM, STACK, options.setColorScheme(colours))) {
      visitor.at(Objects.requireNonNull(pages().get(name))).signIn(whoReads(name)).settled();
      visitor.screenshot(name + (width == Visitor.PHONE ? "-phone" : "-desktop"));
      assertThat(AXE.seriousIn(visitor.page())).as("axe on " + name).isEmpty();
      assertThat(visitor.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(visitor.page().title()).endsWith("– Session Settlement").doesNotStartWith("–");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aStrangerSeesWhatThisIsAndTheWayIn() {
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.PHONE)) {
      Response page = Objects.requireNonNull(visitor.page().navigate(STACK.url() + "/"));
      assertThat(page.headerValue("content-security-policy"))
          .contains("default-src 'none'")
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
      visitor.action("sign-in").waitFor();
      visitor.settled().screenshot("welcome-phone");
      assertThat(AXE.seriousIn(visitor.page())).isEmpty();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theKeyboardSkipsTheHeaderAndFollowsTheLinks() {
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      visitor.at("/").signIn(HOST).settled();
      var page = visitor.page();
      page.reload();
      visitor.settled();
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
      page.keyboard().press("Enter");
      page.waitForFunction("document.activeElement.id === 'main'");
      page.locator("nav a[href='/money']").focus();
      page.keyboard().press("Enter");
      page.waitForFunction(
          "document.title.startsWith('Money') && document.activeElement.id === 'main'");
    }
  }

  @Test
  void coloursThatWereChosenStayChosen() {
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      visitor.at("/").settled();
      var page = visitor.page();
      Object light = page.evaluate("getComputedStyle(document.body).backgroundColor");
      page.locator("[data-field=theme]").selectOption("dark");
      page.reload();
      visitor.settled();
      assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isNotEqualTo(light);
    }
  }
}
